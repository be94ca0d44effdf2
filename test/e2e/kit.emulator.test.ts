import { loadPlatform, synthesize } from '../../cli/shared/built-in';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectsCommand,
  GetBucketPolicyCommand,
  ListObjectVersionsCommand,
  ListObjectsV2Command,
  PutBucketPolicyCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { GetParametersByPathCommand, SSMClient } from '@aws-sdk/client-ssm';
import { stringify } from 'yaml';
import { contractSchema } from '../../access/contract/schema';
import { verify } from '../../access/contract/verify';
import { readLive } from '../../access/live/read';
import { scopeOf } from '../../access/live/scope';
import { difference } from '../../access/questions/matrix-report';
import { matrix } from '../../access/questions/matrix';
import { ModelIndex } from '../../access/questions/model-index';
import { modelOfStacks } from '../../access/stacks/model';
import { readStacks } from '../../access/stacks/stack-source';
import { shownRules } from '../../cli/demo/walk-through/access';
import { createNetwork } from '../../cli/demo/network';
import { asUser } from '../../cli/demo/clients';
import { loadBeside } from '../../core/config/beside';

import { diffInventory, inventory, type Holding } from '../../emulator/inventory';
import type { Sandbox } from '../../emulator/sandbox';
import { unknownModels } from '../emulator/models';
import { rehearse, worked, type Rehearsal } from '../support/rehearsal';
import { temporary } from '../support/synth';
import { tagsByService } from '../support/tags';

const kit = resolve(__dirname, '../../configs/basic_datascience_platform');
const stacks = ['shared-dev', 'dataops-dev', 'datascience-dev'];
const states = 'terralake-e2e-states';

/** The starter kit, deployed once with S3 state; the tests follow one another. */
describe('the starter kit on the emulator, with its state in S3', () => {
  let rehearsal: Rehearsal;
  let s3: S3Client;
  let context: Readonly<Record<string, string>>;
  let before: Holding[];

  beforeAll(async () => {
    const root = readFileSync(join(kit, 'mdaa.yaml'), 'utf8');
    const backend = {
      deletion_protection: false,
      terraform: { backend: { s3: { bucket: states, region: 'us-east-1' } } },
    };
    rehearsal = await rehearse(kit, { 'mdaa.yaml': `${root}\n${stringify(backend)}` });
    s3 = new S3Client({ ...asUser(rehearsal.sandbox), forcePathStyle: true });
    await s3.send(new CreateBucketCommand({ Bucket: states }));
    context = await createNetwork(join(rehearsal.folder, 'mdaa.yaml'), asUser(rehearsal.sandbox));
    rehearsal.set({ TERRALAKE_CONTEXT: JSON.stringify(context), TERRALAKE_ALLOW_DATA_LOSS: '*' });
    await rehearsal.terralake(['validate'], 'plan');
    before = await inventory(rehearsal.sandbox);
  });

  afterAll(async () => rehearsal.stop());

  test("cdktf deploy '*' deploys three stacks, each with a state of its own", async () => {
    worked(await rehearsal.cdktf(['deploy', '*', '--auto-approve', '--parallelism', '1']));
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: states }));
    const keys = ['dataops', 'datascience', 'shared'].map(
      (domain) => `terralake-example/${domain}/dev.tfstate`,
    );
    expect(Contents.map(({ Key }) => Key).filter((key) => key?.endsWith('.tfstate'))).toEqual(keys);
  });

  test('planned by another identity than the one that deployed: no change in any stack', async () => {
    const { stdout } = worked(await rehearsal.terralake(['plan', '--json'], 'plan'));
    const plans = JSON.parse(stdout) as { stack: string; add: number; change: number; destroy: number }[];
    expect(plans.map(({ stack }) => stack).sort()).toEqual([...stacks].sort());
    for (const { add, change, destroy } of plans) expect([add, change, destroy]).toEqual([0, 0, 0]);
  });

  test('what stands is in the inventory, and moto made nothing that it does not know', async () => {
    const { added } = diffInventory(before, await inventory(rehearsal.sandbox));
    expect([...new Set(added.map(({ service, type }) => `${service} ${type}`))].sort()).toMatchSnapshot();
    expect(await unknownModels(rehearsal.sandbox)).toEqual([]);
  });

  test('every published parameter exists', async () => {
    const { platform } = loadPlatform({
      file: join(rehearsal.folder, 'mdaa.yaml'),
      context,
      environment: {},
    });
    const published = platform!.environments.flatMap(({ modules }) =>
      modules.flatMap(({ declaration }) => declaration.publishes),
    );
    const ssm = new SSMClient({ ...asUser(rehearsal.sandbox) });
    const existing = new Set<string>();
    for (let NextToken: string | undefined, first = true; first || NextToken !== undefined; first = false) {
      const page = await ssm.send(
        new GetParametersByPathCommand({
          Path: '/',
          Recursive: true,
          ...(NextToken !== undefined && { NextToken }),
        }),
      );
      for (const { Name, Value } of page.Parameters ?? []) if (Value) existing.add(Name ?? '');
      NextToken = page.NextToken;
    }
    expect(published.filter((path) => !existing.has(path))).toEqual([]);
    expect(published.length).toBeGreaterThan(60);
  });

  test('every taggable resource carries the tags of tags.yaml and the system tags', async () => {
    const expected = {
      costcentre: '123456',
      project: 'data-ecosystem',
      mdaa_org: 'terralake-example',
      mdaa_env: 'dev',
    };
    for (const id of stacks) {
      // What Terraform has just read back through the APIs of AWS, resource by resource.
      const plan = JSON.parse(
        readFileSync(join(rehearsal.folder, 'cdktf.out/stacks', id, 'plan.json'), 'utf8'),
      );
      const resources = plan.prior_state.values.root_module.resources as {
        address: string;
        mode: string;
        values: Record<string, any>;
      }[];
      const taggable = resources.filter(({ mode, values }) => mode === 'managed' && 'tags_all' in values);
      expect(taggable.length).toBeGreaterThan(5);
      for (const { address, values } of taggable) {
        const module = address.slice(address.indexOf('.') + 1).split('__')[0];
        expect({ address, tags: values.tags_all }).toEqual({
          address,
          tags: expect.objectContaining({
            ...expected,
            mdaa_domain: id.replace(/-dev$/, ''),
            mdaa_module_name: module,
            mdaa_cdk_app: expect.any(String),
          }),
        });
      }
    }
    for (const [resource, tags] of await tagsByService(rehearsal.sandbox)) {
      expect({ resource, tags }).toEqual({ resource, tags: expect.objectContaining(expected) });
    }
  });

  test('what is read back allows what the stacks say, and the access contract holds for it', async () => {
    const { live, synthesized, contract } = await access(rehearsal, context);
    const { checks, broken, misnamed } = verify(live, contract);
    expect(misnamed).toEqual([]);
    // The rehearsal holds both keys for destruction: who deploys may delete.
    const others = broken.filter(
      ({ who, action }) => who !== 'deployer' || !action.startsWith('s3:DeleteObject'),
    );
    expect(others.map(({ rule, who, action, on }) => [rule.id, who, action, on])).toEqual([]);
    expect(checks).toBeGreaterThan(10_000);
    expect(gains(synthesized, live)).toEqual([]);
    expect(gains(live, synthesized)).toEqual([]);
    expect(contract.rules.map(({ id }) => id)).toEqual(expect.arrayContaining([...shownRules]));
  });

  test('terralake access --live says so too; without a word on who deployed nothing is said of them', async () => {
    const verify = ['access', 'verify', '--live', '--json'];
    const { exitCode, stdout } = await rehearsal.terralake([
      ...verify,
      '--deployer',
      deployerOf(rehearsal.sandbox),
    ]);
    expect(exitCode).toBe(3);
    const { broken } = JSON.parse(stdout) as { broken: { who: string; action: string }[] };
    expect(new Set(broken.map(({ who, action }) => `${who} ${action}`))).toEqual(
      new Set(['deployer s3:DeleteObject']),
    );
    expect(await rehearsal.terralake(verify)).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringMatching(/--deployer[^]*nobody is called "deployer"/),
    });
    const compared = worked(await rehearsal.terralake(['access', 'matrix', '--base', 'live', '--json']));
    const { cells, changes } = JSON.parse(compared.stdout) as Record<string, unknown[]>;
    expect(cells!.length).toBeGreaterThan(20);
    expect(changes).toEqual([]);
  });

  test('a bucket policy that somebody opens by hand is seen: who gains, and which rules break', async () => {
    const Bucket = 'terralake-example-dev-shared-datalake-raw';
    const { Policy = '' } = await s3.send(new GetBucketPolicyCommand({ Bucket }));
    const opened = JSON.parse(Policy) as { Statement: { Sid?: string }[] };
    opened.Statement = opened.Statement.filter(({ Sid }) => Sid !== 'DefaultDeny');
    try {
      await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: JSON.stringify(opened) }));
      const { live, synthesized, contract } = await access(rehearsal, context);
      const rules = verify(live, contract).broken.map(({ rule }) => rule.id.split(' ')[0]);
      expect(rules).toContain('N4');
      expect(gains(synthesized, live)).toContainEqual(['administrator', `s3://${Bucket}/`, 'read']);
    } finally {
      await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
    }
  });

  test('cdktf diff, deploy of one stack and terralake apply of one stack work', async () => {
    expect(worked(await rehearsal.cdktf(['diff', 'shared-dev'])).stdout).toMatch(/No changes/);
    expect((await rehearsal.cdktf(['deploy', 'dataops-dev', '--auto-approve'])).exitCode).not.toBe(0);
    worked(
      await rehearsal.cdktf([
        'deploy',
        'dataops-dev',
        '--auto-approve',
        '--ignore-missing-stack-dependencies',
      ]),
    );
    worked(
      await rehearsal.cdktf(['deploy', 'shared-dev', 'dataops-dev', '--auto-approve', '--parallelism', '1']),
    );
    const { stdout } = worked(await rehearsal.terralake(['apply', 'dataops-dev', '--json']));
    expect(JSON.parse(stdout)).toEqual([
      { stack: 'dataops-dev', add: 0, change: 0, destroy: 0, pending: [] },
    ]);
  });

  test("cdktf destroy '*' with both keys leaves nothing, data included", async () => {
    await s3.send(
      new PutObjectCommand({
        Bucket: 'terralake-example-dev-shared-datalake-raw',
        Key: 'data/x',
        Body: 'data',
      }),
    );
    worked(await rehearsal.cdktf(['destroy', '*', '--auto-approve', '--parallelism', '1']));
    await emptyStates(s3);
    expect(diffInventory(before, await inventory(rehearsal.sandbox))).toEqual({ added: [], removed: [] });
  });
});

function deployerOf({ account }: Sandbox): string {
  return `arn:aws:iam::${account}:role/terralake-sandbox-deploy`;
}

/** What stands, what the stacks say, and the contract of the kit. */
async function access(rehearsal: Rehearsal, context: Readonly<Record<string, string>>) {
  const file = join(rehearsal.folder, 'mdaa.yaml');
  const { account, region } = rehearsal.sandbox;
  const outdir = temporary({});
  const stacks = await synthesize({ file, context, environment: {}, outdir, ignoreLock: true });
  const model = modelOfStacks(readStacks(stacks, outdir, { account, region }));
  const deployer = deployerOf(rehearsal.sandbox);
  const live = new ModelIndex(await readLive(asUser(rehearsal.sandbox), scopeOf(model, { deployer })));
  const where = { account, region, partition: 'aws' };
  const { content } = loadBeside(
    { file, context, environment: {} },
    'access-contract.yaml',
    contractSchema,
    where,
  );
  return { live, synthesized: new ModelIndex(model), contract: content! };
}

/** Who can do more on the second side; of who deploys the stacks do not know what else they may do. */
function gains(before: ModelIndex, after: ModelIndex) {
  const [first, second] = [before, after].map((index) =>
    matrix(index, { organization: 'terralake-example', source: 'stacks' }),
  );
  return difference(first!, second!)
    .filter(({ change, principal }) => change === 'gains' && principal !== 'deployer')
    .map(({ principal, data, level }) => [principal, data, level]);
}

/** The bucket of the states is the test's own: its content is not what is asserted. */
async function emptyStates(s3: S3Client): Promise<void> {
  const { Versions = [], DeleteMarkers = [] } = await s3.send(
    new ListObjectVersionsCommand({ Bucket: states }),
  );
  const Objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
  if (Objects.length > 0) await s3.send(new DeleteObjectsCommand({ Bucket: states, Delete: { Objects } }));
  await s3.send(new DeleteBucketCommand({ Bucket: states }));
  await s3.send(new CreateBucketCommand({ Bucket: states }));
}
