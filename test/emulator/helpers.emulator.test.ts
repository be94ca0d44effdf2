import { assumeRole } from '../../emulator/identities';
import {
  addDefaultSubnet,
  createDefaultVpc,
  deleteDefaultVpc,
  findDefaultVpc,
} from '../../emulator/services/ec2/default-vpc';
import { diffInventory, inventory } from '../../emulator/inventory';
import { subscribeQuickSight } from '../../emulator/services/quicksight';
import { allowAssume, createRole, deleteRole } from '../../emulator/roles';
import { startSandbox, type Sandbox } from '../../emulator/sandbox';
import { MotoClient } from '../../emulator/proxy/moto-client';
import { gateway, home } from './client';

// What tests put into accounts before a platform comes.
let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
afterAll(() => sandbox.stop());

const other = { account: '222222222222', region: 'us-east-1' };

describe('a role', () => {
  test('stands in any account, and is assumed by whom it trusts', async () => {
    const before = await inventory(sandbox, [other]);
    const user = `arn:aws:iam::${sandbox.account}:root`;
    const arn = await createRole(sandbox, {
      name: 'reporting',
      account: other.account,
      path: '/people/',
      trust: [allowAssume(user)],
      inlinePolicies: { read: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] },
      managedPolicies: ['arn:aws:iam::aws:policy/AmazonAthenaFullAccess'],
      tags: { Team: 'Analysts' },
    });
    expect(arn).toBe('arn:aws:iam::222222222222:role/people/reporting');
    expect(diffInventory(before, await inventory(sandbox, [other])).added).toHaveLength(3);
    expect((await assumeRole(sandbox, arn, 'me')).sessionToken).toBeTruthy();
    const closed = await createRole(sandbox, { name: 'closed', account: other.account });
    await expect(assumeRole(sandbox, closed, 'me')).rejects.toMatchObject({ code: 'AccessDenied' });
    await deleteRole(sandbox, 'closed', other.account);
    await expect(assumeRole(sandbox, closed, 'me')).rejects.toMatchObject({ code: 'AccessDenied' });
  });

  test('sts-duration: gives sessions as long as it says, and an hour to another role', async () => {
    const RoleArn = await createRole(sandbox, { name: 'team' });
    const assume = (key: string | undefined, seconds: number) =>
      new MotoClient(Number(new URL(sandbox.proxyUrl).port), key).query(home(sandbox), 'sts', '2011-06-15', {
        Action: 'AssumeRole',
        RoleArn,
        RoleSessionName: 'me',
        DurationSeconds: String(seconds),
      });
    const user = sandbox.env['AWS_ACCESS_KEY_ID'];
    await expect(assume(user, 7200)).rejects.toThrow(/MaxSessionDuration/);
    await gateway(sandbox).query(home(sandbox), 'iam', '2010-05-08', {
      Action: 'UpdateRole',
      RoleName: 'team',
      MaxSessionDuration: '7200',
    });
    await assume(user, 7200);
    const session = await assumeRole(sandbox, RoleArn, 'first');
    await assume(session.accessKeyId, 3600);
    await expect(assume(session.accessKeyId, 7200)).rejects.toThrow(/role chaining/);
  });
});

test('the default VPC goes, comes, and gets one more subnet', async () => {
  const { moto } = sandbox;
  expect((await findDefaultVpc(moto, other))?.subnetIds.length).toBeGreaterThan(0);
  await deleteDefaultVpc(moto, other);
  expect(await findDefaultVpc(moto, other)).toBeUndefined();
  await deleteDefaultVpc(moto, other);
  const made = await createDefaultVpc(moto, other);
  expect(made.subnetIds.length).toBeGreaterThan(0);
  const subnet = await addDefaultSubnet(moto, other);
  expect((await findDefaultVpc(moto, other))?.subnetIds).toEqual(
    expect.arrayContaining([...made.subnetIds, subnet]),
  );
  expect((await findDefaultVpc(moto, home(sandbox)))?.vpcId).not.toBe(made.vpcId);
});

test('quicksight-subscription: none by default, one when made, for its own account only', async () => {
  const ask = (account: string) =>
    gateway(sandbox)
      .get(home(sandbox), 'quicksight', `/account/${account}`)
      .then((text) => JSON.parse(text) as { AccountInfo: object });
  await expect(ask(sandbox.account)).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
  await subscribeQuickSight(sandbox, { account: other.account });
  await expect(ask(sandbox.account)).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
  await expect(ask(other.account)).rejects.toMatchObject({ code: 'AccessDeniedException' });
  await subscribeQuickSight(sandbox, { edition: 'STANDARD' });
  expect((await ask(sandbox.account)).AccountInfo).toMatchObject({
    Edition: 'STANDARD',
    AccountSubscriptionStatus: 'ACCOUNT_CREATED',
  });
  expect(sandbox.held().filter(({ service }) => service === 'quicksight')).toHaveLength(2);
});

test('ram-invitations: nobody is invited', async () => {
  const answer = await gateway(sandbox).get(home(sandbox), 'ram', '/getresourceshareinvitations', 'POST', {});
  expect(JSON.parse(answer)).toEqual({ resourceShareInvitations: [] });
});
