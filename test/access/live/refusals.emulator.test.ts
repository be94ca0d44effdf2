import { readLive } from '../../../access/live/read';
import type { AccessModel } from '../../../access/model/model';
import { AwsError } from '../../../emulator/proxy/answer';
import { startProxy, type Proxy } from '../../../emulator/proxy/server';
import { startSandbox, type Sandbox } from '../../../emulator/sandbox';
import { sdk } from '../../emulator/client';
import { line } from './expected';
import { places, principalIn, resourceIn } from './find';
import { makePlatform } from './make';
import { scopeIn } from './platform';

let sandbox: Sandbox;
let border: Proxy | undefined;
beforeAll(async () => {
  sandbox = await startSandbox();
  await makePlatform(sandbox);
});
afterEach(() => border?.stop());
afterAll(() => sandbox.stop());

/** Reads through a border that refuses some operations. */
async function readWithout(refused: RegExp): Promise<AccessModel> {
  const gap = {
    name: 'refusals',
    matches: ({ operation }: { operation: string }) => refused.test(operation),
    handle: async () => Promise.reject(new AwsError('AccessDenied', 'no', 403)),
  };
  border = await startProxy(Number(new URL(sandbox.proxyUrl).port), [gap]);
  const endpoint = `http://127.0.0.1:${border.port}`;
  return readLive({ ...sdk(sandbox), endpoint }, scopeIn(sandbox));
}
const noted = (of: AccessModel, call: string) => of.assumptions.some((text) => text.includes(call));
const unknown = { conditions: [{ operator: 'Unknown' }] };

test('a policy of many is unknown, the others are read', async () => {
  const live = await readWithout(/^GetPolicyVersion$/);
  const { identity, boundary } = principalIn(live, 'shared-dev/reader');
  expect(identity?.find(({ name }) => name === 'read')?.statements).toMatchObject([
    { effect: 'Deny', ...unknown },
    { effect: 'Allow', ...unknown },
  ]);
  expect(places(identity?.find(({ name }) => name.startsWith('inline')))).toEqual([line(7)]);
  expect(boundary?.statements).toMatchObject([unknown, unknown]);
  expect(noted(live, 'GetPolicyVersion read')).toBe(true);
});

test('a role that may not be looked at is left out: policies name it by an id that nobody knows', async () => {
  const live = await readWithout(/^GetRole$/);
  expect(live.principals.map(({ label }) => label)).toEqual(['shared-dev/stranger']);
  expect(noted(live, 'GetRole reader')).toBe(true);
});

test.each(['ListRolePolicies', 'ListAttachedRolePolicies'])(
  'without %s nothing is said of what a role may do',
  async (operation) => {
    const live = await readWithout(new RegExp(`^${operation}$`));
    expect(principalIn(live, 'shared-dev/reader').identity).toBeUndefined();
    expect(noted(live, `${operation} reader`)).toBe(true);
  },
);

test('policies of resources are unknown, and settings those of the stacks', async () => {
  const live = await readWithout(
    /^(GET \/lake\/?$|GetKeyPolicy|GetTopicAttributes|GetResourcePolicy|GetWorkGroup|DescribeUserProfile)/,
  );
  const statements = [
    { principals: '*', ...unknown },
    { principals: '*', ...unknown },
  ];
  for (const found of [
    resourceIn(live, 'bucket', 'lake'),
    resourceIn(live, 'key', 'lake-key'),
    resourceIn(live, 'topic', 'news'),
    resourceIn(live, 'catalog', 'catalog'),
  ])
    expect(found.policy).toMatchObject({ kind: 'resource', statements });
  expect(resourceIn(live, 'workgroup', 'analysts')).toMatchObject({ enforced: false, tags: { a: 'b' } });
  expect(resourceIn(live, 'bucket', 'lake')).toMatchObject({
    objectOwnership: 'BucketOwnerEnforced',
    keyArn: undefined,
  });
  expect(resourceIn(live, 'user profile', 'team/ann')).toMatchObject({
    tags: { userid: 'AROA1:ann' },
    executionRoleArn: undefined,
  });
  for (const call of ['GetBucketPolicy lake', 'GetKeyPolicy', 'GetWorkGroup', 'DescribeUserProfile team/ann'])
    expect(noted(live, call)).toBe(true);
});

test('lists are empty and told of', async () => {
  const live = await readWithout(
    /^(ListPermissions|GetDataLakeSettings|ListResources|ListLFTags|ListGrants|GetTables|ListUserProfiles|GET \/v20180820)/,
  );
  expect(live.lakeFormation).toMatchObject([{ grants: [], administrators: [], locations: [], tags: [] }]);
  expect(resourceIn(live, 'key', 'lake-key').grants).toEqual([]);
  for (const call of [
    'ListPermissions',
    'GetDataLakeSettings',
    'ListGrants',
    'GetTables',
    'ListUserProfiles',
    'ListAccessPoints',
  ])
    expect(noted(live, call)).toBe(true);
});

test('a failure of another kind ends it, with the call', async () => {
  const gap = {
    name: 'failure',
    matches: ({ operation }: { operation: string }) => operation === 'GetKeyPolicy',
    handle: async () => Promise.reject(new AwsError('KMSInvalidStateException', 'pending deletion', 400)),
  };
  border = await startProxy(Number(new URL(sandbox.proxyUrl).port), [gap]);
  const settings = { ...sdk(sandbox), endpoint: `http://127.0.0.1:${border.port}` };
  await expect(readLive(settings, scopeIn(sandbox))).rejects.toMatchObject({
    name: 'LiveReadError',
    message: expect.stringContaining('GetKeyPolicy lake-key'),
  });
});
