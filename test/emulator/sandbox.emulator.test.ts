import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { assumeRole } from '../../emulator/identities';
import { diffInventory, inventory } from '../../emulator/inventory';
import { allowAssume, createRole, deleteRole } from '../../emulator/roles';
import { startSandbox, type Sandbox } from '../../emulator/sandbox';
import { fromSources } from '../support/run';
import { gateway, home, sdk } from './client';

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
afterAll(() => sandbox.stop());

test('the environment keeps the real AWS out', () => {
  expect(sandbox.env).toMatchObject({
    AWS_ENDPOINT_URL: 'http://aws.sandbox.internal',
    HTTP_PROXY: sandbox.proxyUrl,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_PROFILE: '',
    AWS_EC2_METADATA_DISABLED: 'true',
  });
});

test('calls are recorded', async () => {
  await gateway(sandbox).json(home(sandbox), 'glue', 'AWSGlue.GetDatabases');
  expect(sandbox.calls.at(-1)).toMatchObject({
    service: 'glue',
    operation: 'GetDatabases',
    region: 'us-east-1',
  });
});

test('the inventory sees objects, other regions, and services that it cannot list', async () => {
  const before = await inventory(sandbox);
  const s3 = new S3Client(sdk(sandbox));
  await s3.send(new CreateBucketCommand({ Bucket: 'acme-new' }));
  await s3.send(new PutObjectCommand({ Bucket: 'acme-new', Key: 'a b', Body: '' }));
  const west = { ...home(sandbox), region: 'us-west-2' };
  await gateway(sandbox).json(west, 'ssm', 'AmazonSSM.PutParameter', {
    Name: '/p',
    Value: 'v',
    Type: 'String',
  });
  await gateway(sandbox)
    .json(west, 'codebuild', 'CodeBuild_20161006.CreateProject', {})
    .catch(() => undefined);
  const { added } = diffInventory(before, await inventory(sandbox));
  expect(added.map(({ service, type, id }) => `${service} ${type} ${id}`)).toEqual([
    'codebuild unlisted CreateProject',
    's3 bucket acme-new',
    's3 object acme-new/a b@null',
    `ssm parameter ${sandbox.account}/us-west-2//p`,
  ]);
});

test('moto ends with the process that started it, even if that is killed', async () => {
  const script = `
    const { startMoto } = require(${JSON.stringify(join(__dirname, '../../emulator/moto'))});
    const { findToolchain } = require(${JSON.stringify(join(__dirname, '../../toolchain/toolchain'))});
    startMoto(findToolchain().motoServer).then(({ port }) => console.log(port));
  `;
  const child = spawn(process.execPath, [...fromSources, '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())),
  );
  const answers = () =>
    fetch(`http://127.0.0.1:${port}/moto-api/`).then(
      () => true,
      () => false,
    );
  expect(await answers()).toBe(true);
  child.kill('SIGKILL');
  let isUp = true;
  for (let i = 0; i < 50 && isUp; i++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    isUp = await answers();
  }
  expect(isUp).toBe(false);
});

test('a role stands in any account, and is assumed by whom it trusts', async () => {
  const other = { account: '222222222222', region: 'us-east-1' };
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
