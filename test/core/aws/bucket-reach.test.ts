import fc from 'fast-check';
import type { AccessLevel } from '../../../core/aws/actions';
import { bucketStatements } from '../../../core/aws/bucket-policy';
import type { BucketAccess } from '../../../core/aws/bucket-access';
import { policyDocument } from '../../../aws/iam/write';
import { policySize } from '../../../aws/iam/size';
import { ask, everything, session } from '../../support/decide';
import { role } from './roles';

const arn = 'arn:aws:s3:::lake';
const reader = role('reader');
const writer = role('writer');
const owner = role('owner');
const mixed = role('mixed');
const tracking = role('tracking');
const deployer = role('deploy');
const named = 'arn:aws:iam::111111111111:role/named';

const base: BucketAccess = {
  bucketArn: arn,
  keyArns: undefined,
  prefixAccess: [
    { prefix: '/data/', level: 'read', roles: [reader, deployer] },
    { prefix: 'data', level: 'readwrite', roles: [writer] },
    { prefix: 'data', level: 'super', roles: [owner] },
    { prefix: '/', level: 'read', roles: [mixed] },
    { prefix: 'data/own', level: 'readwrite', roles: [mixed] },
    { prefix: 'data/own/trash', level: 'super', roles: [mixed] },
    { prefix: 'data', level: 'read', roles: [tracking], principalArns: [named] },
  ],
  listRoles: [],
  serviceStatements: [],
  defaultDeny: { exceptPrefix: 'inventory', exemptRoles: [tracking] },
  deployerPrefixes: ['deployment'],
  identities: { deployer: deployer.arn, planner: role('plan').arn },
  allowDataLoss: false,
};

type Who = Pick<ReturnType<typeof role>, 'id' | 'arn'>;

/** Whether somebody whose IAM policies allow everything may act. */
function may(who: Who, action: string, path: string, access: Partial<BucketAccess> = {}): boolean {
  const request = { caller: session(who.arn, who.id), action: `s3:${action}`, resource: `${arn}/${path}` };
  const resource = policyDocument(bucketStatements({ ...base, ...access }));
  return ask(request, { resource, identity: [everything] }) === 'allowed';
}

test.each<[string, Who, string, string, boolean]>([
  ['a reader', reader, 'GetObjectVersion', 'data/x', true],
  ['a reader elsewhere', reader, 'GetObject', 'aws-glue-x', false],
  ['a reader elsewhere', reader, 'GetObject', 'database/x', false],
  ['a reader', reader, 'PutObject', 'data/x', false],
  ['a reader', reader, 'DeleteObject', 'data/x', false],
  ['a reader', reader, 'DeleteObjectVersion', 'data/x', false],
  ['a reader at what is open', reader, 'GetObject', 'inventory/x', true],
  ['a reader at what is open for reading', reader, 'PutObject', 'inventory/x', false],
  ['a reader at the assets', reader, 'GetObject', 'deployment/x', false],
  ['a writer', writer, 'PutObjectTagging', 'data/x', true],
  ['a writer', writer, 'DeleteObject', 'data/x', true],
  ['a writer', writer, 'DeleteObjectVersion', 'data/x', false],
  ['a writer elsewhere', writer, 'PutObject', 'aws-glue-x', false],
  ['an owner', owner, 'DeleteObjectVersion', 'data/x', true],
  ['an owner elsewhere', owner, 'DeleteObjectVersion', 'x', false],
  ['who reads everything', mixed, 'GetObject', 'x', true],
  ['who reads everything', mixed, 'PutObject', 'x', false],
  ['who writes a part', mixed, 'PutObject', 'data/own/x', true],
  ['who writes a part', mixed, 'DeleteObjectVersion', 'data/own/x', false],
  ['who owns a part of it', mixed, 'DeleteObjectVersion', 'data/own/trash/x', true],
  ['an exempt role, listed or not', tracking, 'PutObject', 'artifacts/x', true],
  ['somebody named by ARN', { id: 'AROANAMED', arn: named }, 'GetObject', 'data/x', true],
  ['somebody named by ARN', { id: 'AROANAMED', arn: named }, 'GetObject', 'x', false],
  ['somebody named by ARN', { id: 'AROANAMED', arn: named }, 'PutObject', 'data/x', false],
])('%s: %j %s %s', (_name, who, action, path, expected) => {
  expect(may(who, action, path)).toBe(expected);
});

describe('a deploying identity that is granted something', () => {
  test.each<[string, string, boolean]>([
    ['PutObject', 'deployment/x', true],
    ['GetObject', 'deployment/x', true],
    ['DeleteObjectVersion', 'deployment/x', true],
    ['GetObject', 'data/x', true],
    ['PutObject', 'data/x', false],
    ['GetObject', 'x', false],
  ])('%s %s', (action, path, expected) => {
    expect(may(deployer, action, path)).toBe(expected);
  });

  test.each<[Who, string, boolean]>([
    [deployer, 'DeleteObjectVersion', true],
    [deployer, 'DeleteObject', true],
    [deployer, 'PutObject', false],
    [reader, 'DeleteObjectVersion', false],
    [writer, 'DeleteObjectVersion', false],
  ])('with both keys for destruction: %j %s', (who, action, expected) => {
    for (const deployerPrefixes of [['deployment'], []]) {
      expect(may(who, action, 'data/x', { allowDataLoss: true, deployerPrefixes })).toBe(expected);
    }
  });

  test('a role that is granted a part of the assets keeps to that part', () => {
    const prefixAccess = [
      { prefix: 'deployment/jobs', level: 'readwrite' as const, roles: [writer, deployer] },
    ];
    expect(may(writer, 'PutObject', 'deployment/jobs/x', { prefixAccess })).toBe(true);
    expect(may(writer, 'PutObject', 'deployment/x', { prefixAccess })).toBe(false);
    expect(may(deployer, 'PutObject', 'deployment/x', { prefixAccess })).toBe(true);
  });
});

test('a planner that is granted something still reads the assets, and writes none', () => {
  const planner = role('plan');
  const prefixAccess = [{ prefix: 'data', level: 'read' as const, roles: [planner] }];
  expect(may(planner, 'GetObject', 'deployment/x', { prefixAccess })).toBe(true);
  expect(may(planner, 'PutObject', 'deployment/x', { prefixAccess })).toBe(false);
});

test('without a default deny nobody is kept to anything', () => {
  expect(may(reader, 'PutObject', 'x', { defaultDeny: undefined })).toBe(true);
});

test('who is exempt by ARN is kept to nothing', () => {
  const defaultDeny = { exemptArns: [reader.arn, named] };
  expect(may(reader, 'PutObject', 'x', { defaultDeny })).toBe(true);
  expect(may({ id: 'AROANAMED', arn: named }, 'PutObject', 'x', { defaultDeny })).toBe(true);
});

test('everybody may do exactly what they are granted, for any access policies, whatever IAM says', () => {
  const roles = ['r1', 'r2', 'r3'].map((name) => role(name));
  const prefixes = ['', 'a', 'b', 'a/b', 'ab'];
  const entry = fc.record({
    prefix: fc.constantFrom(...prefixes),
    level: fc.constantFrom<AccessLevel>('read', 'readwrite', 'super'),
    roles: fc.subarray(roles),
  });
  const needed: Record<string, readonly AccessLevel[]> = {
    GetObject: ['read', 'readwrite', 'super'],
    PutObject: ['readwrite', 'super'],
    DeleteObject: ['readwrite', 'super'],
    DeleteObjectVersion: ['super'],
  };
  fc.assert(
    fc.property(
      fc.array(entry),
      fc.constantFrom(...roles),
      fc.constantFrom('x', 'a/x', 'b/x', 'a/b/x', 'ab/x'),
      fc.constantFrom(...Object.keys(needed)),
      fc.constantFrom([], ['deployment']),
      (prefixAccess, who, path, action, deployerPrefixes) => {
        const granted = prefixAccess.some(
          ({ prefix, level, roles: some }) =>
            some.includes(who) &&
            needed[action]!.includes(level) &&
            (prefix === '' || path.startsWith(`${prefix}/`)),
        );
        expect(may(who, action, path, { prefixAccess, deployerPrefixes })).toBe(granted);
      },
    ),
  );
});

test('the policy does not depend on the order in which roles are listed', () => {
  const prefixAccess = [...base.prefixAccess].reverse();
  const sids = (access: BucketAccess): readonly string[] =>
    (JSON.parse(policyDocument(bucketStatements(access))) as { Statement: { Sid: string }[] }).Statement.map(
      ({ Sid }) => Sid,
    ).filter((sid) => sid.startsWith('Deny'));
  expect(sids({ ...base, prefixAccess })).toEqual(sids(base));
  expect(new Set(sids(base)).size).toBe(sids(base).length);
});

test('who reads and writes the same is kept to it by one statement', () => {
  const prefixAccess = [{ prefix: 'data', level: 'super' as const, roles: [owner] }];
  const access = { ...base, prefixAccess, deployerPrefixes: [] };
  const { Statement } = JSON.parse(policyDocument(bucketStatements(access))) as {
    Statement: { Sid: string }[];
  };
  expect(Statement.filter(({ Sid }) => Sid.endsWith('OutsideData'))).toEqual([
    expect.objectContaining({ Action: ['s3:GetObject*', 's3:PutObject*', 's3:DeleteObject*'] }),
  ]);
});

test('a bucket for thirty roles in six groups stays within the limit', () => {
  const prefixAccess = Array.from({ length: 6 }, (_, group) => ({
    prefix: `department-${String(group)}`,
    level: group % 2 === 0 ? ('read' as const) : ('readwrite' as const),
    roles: Array.from({ length: 5 }, (_role, n) => role(`group-${String(group)}-${String(n)}xxxxxxxx`)),
  }));
  const listRoles = prefixAccess.flatMap(({ roles }) => roles);
  expect(policySize(policyDocument(bucketStatements({ ...base, prefixAccess, listRoles })))).toBeLessThan(
    20480,
  );
});
