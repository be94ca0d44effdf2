import { startSandbox, type Sandbox } from '../../../emulator/sandbox';
import { readLive } from '../../../access/live/read';
import type { AccessModel } from '../../../access/model/model';
import { sdk } from '../../emulator/client';
import { places, principalIn, resourceIn, type Kind } from './find';
import { makePlatform } from './make';
import { line } from './expected';
import { scopeIn } from './platform';

let sandbox: Sandbox;
let keyArn: string;
let domainId: string;
let live: AccessModel;

beforeAll(async () => {
  sandbox = await startSandbox();
  ({ keyArn, domainId } = await makePlatform(sandbox));
  live = await readLive(sdk(sandbox), scopeIn(sandbox));
});
afterAll(() => sandbox.stop());

const principal = (label: string) => principalIn(live, label);
const one = <K extends Kind>(kind: K, label: string) => resourceIn(live, kind, label);

describe('principals', () => {
  test('a role has its true id, ARN, tags and trust, under the name and the line of the model', () => {
    const reader = principal('shared-dev/reader');
    expect(reader).toMatchObject({
      arn: `arn:aws:iam::${sandbox.account}:role/team/reader`,
      account: sandbox.account,
      tags: { team: 'a b' },
      origin: { stack: 'shared-dev', address: reader.arn, place: line(1) },
    });
    expect(reader.id).toMatch(/^AROA/);
    expect(reader.id).not.toBe('AROASTANDIN');
    expect(reader.aliases).toEqual(['reader', 'aws_iam_role.reader', reader.arn]);
    expect(reader.trust?.statements[0]).toMatchObject({
      principals: { AWS: ['*'] },
      conditions: [{ operator: 'StringEquals', key: 'sts:ExternalId', values: ['a+b c%'] }],
    });
  });

  test('it has every policy: attached, of AWS, inline, and its boundary', () => {
    const { identity, boundary } = principal('shared-dev/reader');
    const names = identity?.map(({ name }) => name);
    expect(names?.sort()).toEqual(['AWSGlueServiceRole', 'inline policy own+1 of reader', 'read']);
    expect(identity?.find(({ name }) => name === 'AWSGlueServiceRole')?.statements[0]?.actions).toContain(
      'glue:*',
    );
    expect(boundary).toMatchObject({ kind: 'boundary', name: 'ReadOnlyAccess' });
  });

  test('statements keep their lines by Sid, else by what they say; others have none', () => {
    const named = (name: string) =>
      principal('shared-dev/reader').identity?.find((each) => each.name === name);
    expect(places(named('read'))).toEqual([line(5), line(6), undefined]);
    expect(named('read')?.statements[2]).toMatchObject({
      resources: ['arn:aws:s3:::é%20+/*'],
      origin: { stack: 'aws', address: `arn:aws:iam::${sandbox.account}:policy/read` },
    });
    expect(places(named('inline policy own+1 of reader'))).toEqual([line(7)]);
  });

  test('the deployer is who is said to be it', () => {
    expect(principal('deployer')).toMatchObject({
      arn: `arn:aws:iam::${sandbox.account}:role/sandbox-deployer`,
      identity: [],
    });
  });

  test('where nobody says who deployed, nothing is said of the deployer', async () => {
    const { deployer: _, ...unsaid } = scopeIn(sandbox);
    const { principals, assumptions } = await readLive(sdk(sandbox), unsaid);
    expect(principals.map(({ label }) => label)).toEqual(['shared-dev/reader', 'shared-dev/stranger']);
    expect(assumptions).toContainEqual(expect.stringContaining('--deployer'));
  });

  test('one of another account stays as it is, and nothing is said of what it may do', () => {
    expect(principal('shared-dev/stranger')).toMatchObject({
      arn: 'arn:aws:iam::999999999999:role/stranger',
      identity: undefined,
    });
  });
});

describe('buckets and keys', () => {
  test('a bucket has its policy, key, blocks, ownership and tags', () => {
    const lake = one('bucket', 'lake');
    expect(lake).toMatchObject({
      arn: 'arn:aws:s3:::lake',
      account: sandbox.account,
      keyArn,
      bucketKey: true,
      tags: { zone: 'raw' },
      objectOwnership: 'BucketOwnerPreferred',
      publicAccessBlock: {
        blockPublicAcls: true,
        blockPublicPolicy: false,
        ignorePublicAcls: true,
        // Of the account.
        restrictPublicBuckets: true,
      },
    });
    expect(places(lake.policy)).toEqual([line(12), undefined]);
  });

  test('one that nobody has configured has the defaults', () => {
    expect(one('bucket', 'plain')).toMatchObject({ keyArn: undefined, bucketKey: false, tags: {} });
    expect(one('bucket', 'plain').policy).toBeUndefined();
  });

  test('its access points are found, whoever made them', () => {
    expect(one('access point', 'side-door')).toMatchObject({
      bucket: 'lake',
      policy: { kind: 'resource', statements: [{ effect: 'Allow', principals: '*' }] },
    });
    expect(one('access point', 'shut-door').policy).toBeUndefined();
  });

  test('a key is found by its alias, with policy, rotation, grants and tags', () => {
    const key = one('key', 'lake-key');
    expect(key).toMatchObject({
      arn: keyArn,
      aliases: expect.arrayContaining(['lake-key', 'second-name']),
      rotation: true,
      tags: { a: 'b' },
      policy: { kind: 'resource', statements: [{ actions: ['kms:*'] }] },
    });
    expect(key.grants).toEqual([
      { grantee: `arn:aws:iam::${sandbox.account}:role/team/reader`, operations: ['Decrypt'] },
      {
        grantee: 'glue.amazonaws.com',
        operations: ['GenerateDataKey'],
        encryptionContextSubset: { a: 'b' },
      },
    ]);
  });
});

describe('catalog and Lake Formation', () => {
  test('the catalog has its key and policy', () => {
    expect(one('catalog', 'catalog')).toMatchObject({
      arn: `arn:aws:glue:us-east-1:${sandbox.account}:catalog`,
      keyArn,
      policy: { statements: [{ actions: ['glue:GetTable'] }] },
    });
  });

  test('a database has its location and tags, and all its tables', () => {
    expect(one('database', 'sales')).toMatchObject({ location: 's3://lake/data/sales', tags: { a: 'b' } });
    expect(one('table', 'sales.orders')).toMatchObject({
      location: 's3://lake/data/sales/orders',
      origin: { place: line(9) },
    });
    expect(one('table', 'sales.extra')).toMatchObject({ name: 'extra', origin: { stack: 'aws' } });
  });

  test('settings, grants and locations are read whole', () => {
    const [found] = live.lakeFormation;
    const reader = `arn:aws:iam::${sandbox.account}:role/team/reader`;
    expect(found).toMatchObject({
      account: sandbox.account,
      administrators: [reader],
      tableDefaults: [],
      databaseDefaults: [{ principal: 'IAM_ALLOWED_PRINCIPALS', permissions: ['ALL'] }],
    });
    expect(found?.locations).toMatchObject([
      { arn: 'arn:aws:s3:::lake/data', hybrid: true, origin: { place: line(32) } },
    ]);
    expect(found?.grants.map(({ permissions, grantable, on }) => ({ permissions, grantable, on }))).toEqual([
      {
        permissions: ['DESCRIBE', 'SELECT'],
        grantable: ['SELECT'],
        on: { kind: 'table', database: 'sales', table: '*' },
      },
      { permissions: ['CREATE_TABLE'], grantable: [], on: { kind: 'database', database: 'sales' } },
      {
        permissions: ['SELECT'],
        grantable: [],
        on: { kind: 'table', database: 'sales', table: 'extra', columns: ['id'] },
      },
      {
        permissions: ['DATA_LOCATION_ACCESS'],
        grantable: [],
        on: { kind: 'location', arn: 'arn:aws:s3:::lake/data' },
      },
      { permissions: ['CREATE_DATABASE'], grantable: [], on: { kind: 'catalog' } },
      {
        permissions: ['DESCRIBE'],
        grantable: [],
        on: {
          kind: 'lf-tag policy',
          resourceType: 'DATABASE',
          expression: [{ key: 'level', values: ['open'] }],
        },
      },
      { permissions: ['DESCRIBE'], grantable: [], on: { kind: 'lf-tag', key: 'level', values: ['open'] } },
    ]);
  });

  test('tags are those of databases and tables', () => {
    expect(live.lakeFormation[0]?.tags).toEqual([
      { database: 'sales', table: undefined, key: 'level', value: 'open' },
      { database: 'sales', table: 'orders', key: 'level', value: 'secret' },
    ]);
  });
});

describe('services', () => {
  test('a workgroup has its configuration and tags', () => {
    expect(one('workgroup', 'analysts')).toMatchObject({
      arn: `arn:aws:athena:us-east-1:${sandbox.account}:workgroup/analysts`,
      enforced: true,
      outputLocation: 's3://lake/results',
      keyArn,
      tags: { a: 'b' },
    });
  });

  test('a domain has its true id, and its profiles and spaces are found, whoever made them', () => {
    expect(one('studio domain', 'team')).toMatchObject({
      id: domainId,
      authMode: 'IAM',
      networkAccess: 'VpcOnly',
      executionRoleIdentity: 'USER_PROFILE_NAME',
      executionRoleArn: `arn:aws:iam::${sandbox.account}:role/team/reader`,
      keyArn,
    });
    expect(one('user profile', 'team/ann')).toMatchObject({
      domainId,
      arn: `arn:aws:sagemaker:us-east-1:${sandbox.account}:user-profile/${domainId}/ann`,
      tags: { userid: 'AROA1:ann' },
      executionRoleArn: `arn:aws:iam::${sandbox.account}:role/team/reader`,
      origin: { place: line(9) },
    });
    expect(one('user profile', 'team/bob')).toMatchObject({ origin: { stack: 'aws', place: undefined } });
    expect(one('other', 'shared space')).toMatchObject({
      type: 'aws_sagemaker_space',
      tags: { owner: 'ann' },
    });
  });

  test('a topic has its policy and key; a crawler its tags', () => {
    expect(one('topic', 'news')).toMatchObject({ keyArn, tags: { a: 'b' }, policy: { kind: 'resource' } });
    expect(one('other', 'crawl')).toMatchObject({
      arn: `arn:aws:glue:us-east-1:${sandbox.account}:crawler/crawl`,
      tags: { team: 'x' },
    });
  });
});

test('what does not exist is left out and told of', () => {
  const labels = [...live.principals, ...live.resources].map(({ label }) => label);
  const all = ['role', 'bucket', 'key', 'database', 'table', 'workgroup', 'profile', 'crawler', 'topic'];
  for (const name of all.map((kind) => `gone-${kind}`)) {
    expect(labels.filter((label) => label.includes(name))).toEqual([]);
    expect(live.assumptions.filter((text) => text.includes(name))).toHaveLength(1);
  }
  expect(live.assumptions.some((text) => text.includes('queue'))).toBe(true);
  expect(live.assumptions.some((text) => text.includes('999999999999'))).toBe(true);
});
