import { synthesize } from '../../cli/shared/built-in';
import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { parse, stringify } from 'yaml';
import { readLive } from '../../access/live/read';
import { scopeOf } from '../../access/live/scope';
import type { LiveSettings } from '../../access/live/clients';
import type { AccessModel } from '../../access/model/model';
import { ask } from '../../access/questions/ask';
import { ModelIndex } from '../../access/questions/model-index';
import { named } from '../../access/questions/names';
import type { SaidKeys } from '../../access/questions/request-keys';
import { modelOfStacks } from '../../access/stacks/model';
import { readStacks } from '../../access/stacks/stack-source';
import { asRole, asUser } from '../../cli/demo/clients';

import { diffInventory, inventory, type Holding } from '../../emulator/inventory';
import { tagged } from '../../emulator/proxy/xml';
import { allowAssume, createRole, deleteRole } from '../../emulator/roles';
import type { Sandbox } from '../../emulator/sandbox';
import { unknownModels } from '../emulator/models';
import { rehearse, worked, type Rehearsal } from '../support/rehearsal';

const example = resolve(__dirname, '../../configs/teams_and_environments');
const finance = { account: '111111111111', region: 'eu-west-1' };
const externalId = 'acme-lake';
const research = { account: '222222222222', region: 'eu-west-1' };

const owner = 'fin-acme-lake-dev-finance-finance-financesadmin';
const analysts = 'fin-acme-lake-dev-finance-finance-analysts';
const features = 'res-acme-lake-dev-research-research-datascience';
const sales = 'arn:aws:s3:::fin-acme-lake-dev-finance-finance-sales';
const orders = `arn:aws:glue:eu-west-1:${finance.account}:table/fin_acme_lake_dev_finance_finance_sales/orders`;

/** A VPC with one subnet; answers the context that names them. */
async function network(sandbox: Sandbox): Promise<Record<string, string>> {
  const ec2 = (parameters: Record<string, string>) =>
    sandbox.moto.query(finance, 'ec2', '2016-11-15', parameters);
  const vpc = tagged(await ec2({ Action: 'CreateVpc', CidrBlock: '10.1.0.0/16' }), 'vpcId')[0] ?? '';
  const made = await ec2({ Action: 'CreateSubnet', VpcId: vpc, CidrBlock: '10.1.0.0/24' });
  return { finance_vpc_id: vpc, finance_subnet_id: tagged(made, 'subnetId')[0] ?? '' };
}

const trusted = (sandbox: Sandbox) => ({
  Effect: 'Allow',
  Action: 'sts:AssumeRole',
  Principal: { AWS: `arn:aws:iam::${sandbox.account}:root` },
  Condition: { StringEquals: { 'sts:ExternalId': externalId } },
});

/** The keys of the deploy role of an account. */
async function keysOf(sandbox: Sandbox, account: string): Promise<LiveSettings> {
  const sts = new STSClient(asUser(sandbox));
  const { Credentials } = await sts.send(
    new AssumeRoleCommand({
      RoleArn: `arn:aws:iam::${account}:role/terralake-deploy`,
      RoleSessionName: 'reader',
      ExternalId: externalId,
    }),
  );
  return {
    endpoint: sandbox.directEndpoint,
    region: finance.region,
    credentials: {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    },
  };
}

/** The example without what the owner of the data consents to. */
function withoutConsent(): string {
  const written = parse(readFileSync(join(example, 'finance/environment.yaml'), 'utf8')) as {
    datasets: { sales: { accepts?: unknown } };
  };
  delete written.datasets.sales.accepts;
  return stringify(written);
}

/**
 * The tests follow one another: deployed before the owner consents, then after; what is asked is decided on the
 * policies and grants as they stand in the emulator.
 */
describe('two environments in two accounts', () => {
  let rehearsal: Rehearsal;
  let context: Record<string, string>;
  let before: Holding[];

  beforeAll(async () => {
    const root = readFileSync(join(example, 'platform.yaml'), 'utf8');
    rehearsal = await rehearse(example, {
      'platform.yaml': `${root}\n${stringify({ deletion_protection: false })}`,
      'finance/environment.yaml': withoutConsent(),
    });
    const { sandbox } = rehearsal;
    for (const { account } of [finance, research]) {
      for (const name of ['terralake-deploy', 'terralake-plan']) {
        const managedPolicies = ['arn:aws:iam::aws:policy/AdministratorAccess'];
        await createRole(sandbox, { account, name, trust: [trusted(sandbox)], managedPolicies });
      }
    }
    await createRole(sandbox, { account: finance.account, name: 'reporting' });
    context = await network(sandbox);
    rehearsal.set({ TERRALAKE_CONTEXT: JSON.stringify(context), TERRALAKE_ALLOW_DATA_LOSS: '*' });
    before = await inventory(sandbox, [finance, research]);
  });
  afterAll(async () => rehearsal?.stop());

  /** Asks of what stands in both accounts. */
  async function standing(): Promise<(role: string, action: string, arn: string, said?: SaidKeys) => string> {
    const outdir = join(rehearsal.folder, 'asked');
    const file = join(rehearsal.folder, 'platform.yaml');
    const synthesized = await synthesize({ file, outdir, context, environment: {}, ignoreLock: true });
    const model = modelOfStacks(readStacks(synthesized, outdir));
    const reads = await Promise.all(
      [finance, research].map(async ({ account }) => ({
        account,
        live: await readLive(await keysOf(rehearsal.sandbox, account), scopeOf(model)),
      })),
    );
    const of = <T extends { readonly account: string }>(pick: (live: AccessModel) => readonly T[]) =>
      reads.flatMap(({ account, live }) => pick(live).filter((one) => one.account === account));
    const index = new ModelIndex({
      partition: 'aws',
      principals: of(({ principals }) => principals),
      resources: of(({ resources }) => resources),
      lakeFormation: of(({ lakeFormation }) => lakeFormation),
      assumptions: [],
    });
    return (role, action, arn, said = {}) => {
      const [who, other] = named(index.model, role);
      if (!who || other) throw new Error(`${role} names ${other ? 'several' : 'nobody'}`);
      return ask(index, who, action, arn, said).outcome;
    };
  }

  test('deploys by assumed roles', async () => {
    worked(await rehearsal.terralake(['apply']));
  });

  test('before the owner consents: a team reads what it owns, and nobody else does', async () => {
    const may = await standing();
    expect(may(owner, 's3:GetObject', `${sales}/invoices/2026/1.csv`)).toBe('allowed');
    expect(may(owner, 'data:Read', orders)).toBe('allowed');
    expect(may(features, 's3:PutObject', 'arn:aws:s3:::res-acme-lake-dev-research-research-features/a')).toBe(
      'allowed',
    );
    for (const other of [analysts, features, 'res-acme-lake-dev-research-research-researchadmin']) {
      expect({ other, may: may(other, 's3:GetObject', `${sales}/invoices/2026/1.csv`) }).toEqual({
        other,
        may: 'denied',
      });
      expect({ other, may: may(other, 'data:Read', orders) }).toEqual({ other, may: 'denied' });
    }
  });

  test('before the owner consents, a consumption role gets nothing', async () => {
    const attached = await rehearsal.sandbox.moto.query(finance, 'iam', '2010-05-08', {
      Action: 'ListAttachedRolePolicies',
      RoleName: 'reporting',
    });
    expect(tagged(attached, 'PolicyArn')).toEqual([]);
  });

  test('a person who is listed takes the role of the team, another does not', async () => {
    const sso = (name: string) =>
      createRole(rehearsal.sandbox, {
        account: finance.account,
        name: `AWSReservedSSO_${name}_0123456789abcdef`,
        path: '/aws-reserved/sso.amazonaws.com/',
        trust: [allowAssume(`arn:aws:iam::${rehearsal.sandbox.account}:root`)],
      });
    const [listed, other] = [await sso('FinanceAdmins'), await sso('Visitors')];
    const role = `arn:aws:iam::${finance.account}:role/${owner}`;
    await expect(takes(rehearsal.sandbox, listed, role)).resolves.toBe(true);
    await expect(takes(rehearsal.sandbox, other, role)).resolves.toBe(false);
    for (const arn of [listed, other]) {
      await deleteRole(rehearsal.sandbox, arn.split('/').at(-1) ?? '', finance.account);
    }
  });

  test('with the consent of the owner applied, the second plan is empty', async () => {
    cpSync(join(example, 'finance/environment.yaml'), join(rehearsal.folder, 'finance/environment.yaml'));
    worked(await rehearsal.terralake(['apply']));
    const planned = worked(await rehearsal.terralake(['plan', '--as', 'plan', '--json']));
    const stacks = JSON.parse(planned.stdout) as {
      stack: string;
      add: number;
      change: number;
      destroy: number;
    }[];
    for (const stack of stacks) expect(stack).toMatchObject({ add: 0, change: 0, destroy: 0 });
    expect(stacks.map(({ stack }) => stack)).toEqual(['finance-dev', 'research-dev']);
  });

  test('what stands is in the inventory, and moto made nothing that it does not know', async () => {
    const { added } = diffInventory(before, await inventory(rehearsal.sandbox, [finance, research]));
    expect([...new Set(added.map(({ service, type }) => `${service} ${type}`))].sort()).toMatchSnapshot();
    expect(await unknownModels(rehearsal.sandbox)).toEqual([]);
  });

  test('after the owner consented: those with whom is shared read, until it ends, and nobody else', async () => {
    const may = await standing();
    expect(may('reporting', 's3:GetObject', `${sales}/a`)).toBe('allowed');
    expect(may('reporting', 's3:PutObject', `${sales}/a`)).toBe('denied');
    expect(may('reporting', 'lakeformation:SELECT', orders)).toBe('allowed');
    expect(may(analysts, 's3:GetObject', `${sales}/a`)).toBe('denied');
    const folder = `arn:aws:s3:eu-west-1:${finance.account}:accesspoint/${accessPoint()}/object`;
    const on = (day: string) => ({ 'aws:CurrentTime': `${day}T00:00:00Z` });
    expect(may(features, 's3:GetObject', `${folder}/invoices/2026/1.csv`, on('2029-12-31'))).toBe('allowed');
    expect(may(features, 's3:GetObject', `${folder}/invoices/2026/1.csv`, on('2030-01-01'))).toBe('denied');
    expect(may(features, 's3:GetObject', `${folder}/other/1.csv`, on('2029-12-31'))).toBe('denied');
    expect(may(features, 's3:GetObject', `${sales}/other`, on('2029-12-31'))).toBe('denied');
  });

  /** The name of the one access point that the example makes. */
  function accessPoint(): string {
    const file = join(rehearsal.folder, 'cdktf.out/stacks/finance-dev/cdk.tf.json');
    const json = JSON.parse(readFileSync(file, 'utf8')) as {
      resource: { aws_s3_access_point: Record<string, { name: string }> };
    };
    const [only] = Object.values(json.resource.aws_s3_access_point);
    return only?.name ?? '';
  }

  test('destroys clean', async () => {
    worked(await rehearsal.terralake(['destroy', '*']));
    const after = await inventory(rehearsal.sandbox, [finance, research]);
    expect(diffInventory(before, after)).toEqual({ added: [], removed: [] });
  });
});

/** Whether somebody, by ARN, may assume a role; asked of the emulator, which asks the role's trust policy. */
async function takes(sandbox: Sandbox, by: string, role: string): Promise<boolean> {
  const sts = new STSClient(await asRole(sandbox, by, 'person'));
  return sts.send(new AssumeRoleCommand({ RoleArn: role, RoleSessionName: 'person' })).then(
    () => true,
    (error: { name: string }) => {
      if (error.name !== 'AccessDenied') throw error;
      return false;
    },
  );
}
