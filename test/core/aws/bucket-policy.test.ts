import fc from 'fast-check';
import { bucketStatements, type BucketAccess } from '../../../core/aws/bucket-policy';
import { policyDocument } from '../../../core/aws/policy';
import { policySize } from '../../../core/aws/policy-size';
import { evaluate, type Decision } from './evaluate';
import { role } from './roles';

const arn = 'arn:aws:s3:::lake';
const key = 'arn:aws:kms:eu-west-1:111111111111:key/own';
const admin = role('admin');
const reader = role('reader');
const writer = role('writer');
const locations = role('locations');
const deployer = 'arn:aws:iam::111111111111:role/deploy';
const planner = 'arn:aws:iam::111111111111:role/plan';

const base: BucketAccess = {
  bucketArn: arn,
  keyArns: [key],
  prefixAccess: [
    { prefix: '/', level: 'super', roles: [admin] },
    { prefix: 'data/', level: 'read', roles: [reader] },
    { prefix: '/data', level: 'readwrite', roles: [writer] },
    { prefix: '/a/b', level: 'read', roles: [writer] },
    { prefix: '/data', level: 'read', principalArns: [locations.arn] },
  ],
  listRoles: [admin, reader, writer],
  serviceStatements: [],
  defaultDeny: { exceptPrefix: 'inventory/' },
  deployerPrefixes: ['deployment/'],
  identities: { deployer, planner },
  allowDataLoss: false,
};

type Who = { readonly id?: string; readonly arn?: string; readonly service?: string };
const as = (who: ReturnType<typeof role>): Who => ({ id: `${who.id}:session`, arn: who.arn });
const other = as(role('other'));
const deploying = { id: 'AROADEPLOY:ci', arn: deployer };
const planning = { id: 'AROAPLAN:ci', arn: planner };
const service = { service: 's3.amazonaws.com' };

function decide(
  who: Who,
  action: string,
  path: string,
  context: Record<string, string> = {},
  access: Partial<BucketAccess> = {},
): Decision {
  return evaluate(policyDocument(bucketStatements({ ...base, ...access })), {
    action: `s3:${action}`,
    resource: path === '' ? arn : `${arn}/${path}`,
    principal: { ...(who.arn && { AWS: who.arn }), ...(who.service && { Service: who.service }) },
    context: {
      'aws:SecureTransport': 'true',
      'aws:PrincipalIsAWSService': String(who.service !== undefined),
      ...(who.id && { 'aws:userId': who.id }),
      ...(who.arn && { 'aws:PrincipalArn': who.arn }),
      ...context,
    },
  });
}

describe('objects', () => {
  test.each<[string, Who, string, string, Decision]>([
    ['an administrator', as(admin), 'GetObject', 'x', 'allow'],
    ['an administrator', as(admin), 'DeleteObjectVersion', 'data/x', 'allow'],
    ['a reader', as(reader), 'GetObjectVersion', 'data/x', 'allow'],
    ['a reader', as(reader), 'PutObject', 'data/x', 'deny'],
    ['a reader elsewhere', as(reader), 'GetObject', 'data2/x', 'deny'],
    ['a writer', as(writer), 'PutObject', 'data/x', 'allow'],
    ['a writer who gives up', as(writer), 'AbortMultipartUpload', 'data/x', 'allow'],
    ['a writer', as(writer), 'DeleteObjectVersion', 'data/x', 'deny'],
    ['a role named by ARN', as(locations), 'GetObject', 'data/x', 'allow'],
    ['another role', other, 'GetObject', 'data/x', 'deny'],
    ['another role', other, 'PutObject', 'x', 'deny'],
    ['another role', other, 'DeleteObjectVersion', 'x', 'deny'],
    ['another role at the inventory', other, 'GetObject', 'inventory/x', 'implicit deny'],
    ['another role at the inventory', other, 'PutObject', 'inventory/x', 'deny'],
    ['another role at the inventory', other, 'DeleteObject', 'inventory/x', 'deny'],
    ['a service at the inventory', service, 'PutObject', 'inventory/x', 'implicit deny'],
    ['another role at the assets', other, 'GetObject', 'deployment/x', 'deny'],
    ['another role at the assets', other, 'PutObject', 'deployment/x', 'deny'],
    ['a service', service, 'PutObject', 'data/x', 'implicit deny'],
    ['the deployer at data', deploying, 'GetObject', 'data/x', 'deny'],
    ['the deployer at data', deploying, 'DeleteObject', 'data/x', 'deny'],
    ['the deployer at assets', deploying, 'PutObject', 'deployment/x', 'allow'],
    ['the deployer at assets', deploying, 'GetObjectTagging', 'deployment/x', 'allow'],
    ['the planner at data', planning, 'GetObject', 'data/x', 'deny'],
    ['the planner at assets', planning, 'GetObject', 'deployment/x', 'allow'],
    ['the planner at assets', planning, 'PutObject', 'deployment/x', 'deny'],
  ])('%s: %j %s %s', (_name, who, action, path, expected) => {
    expect(decide(who, action, path)).toBe(expected);
  });

  test('nobody without TLS', () => {
    expect(decide(as(admin), 'GetObject', 'x', { 'aws:SecureTransport': 'false' })).toBe('deny');
  });

  test('without default deny IAM decides about the others', () => {
    expect(decide(other, 'GetObject', 'data/x', {}, { defaultDeny: undefined })).toBe('implicit deny');
  });
});

describe('with both keys for destruction', () => {
  test.each<[string, string, Decision]>([
    ['DeleteObject', 'data/x', 'allow'],
    ['DeleteObjectVersion', 'data/x', 'allow'],
    ['ListBucketVersions', '', 'allow'],
    ['GetObject', 'data/x', 'deny'],
    ['PutObject', 'data/x', 'deny'],
  ])('the deployer: %s %s %s', (action, path, expected) => {
    expect(decide(deploying, action, path, {}, { allowDataLoss: true })).toBe(expected);
  });

  test('others still delete nothing', () => {
    expect(decide(other, 'DeleteObject', 'data/x', {}, { allowDataLoss: true })).toBe('deny');
  });
});

test('the deploying identity is not even looked up where no policy names it', () => {
  const identities = {
    get deployer(): string {
      throw new Error('looked up');
    },
    planner: undefined,
  };
  expect(() => bucketStatements({ ...base, deployerPrefixes: [], identities })).not.toThrow();
});

describe('encryption of uploads', () => {
  const algorithm = 's3:x-amz-server-side-encryption';
  const keyId = 's3:x-amz-server-side-encryption-aws-kms-key-id';
  test.each<[string, Record<string, string>, Decision]>([
    ['no header', {}, 'allow'],
    ['the key', { [algorithm]: 'aws:kms', [keyId]: key }, 'allow'],
    ['AES256', { [algorithm]: 'AES256' }, 'deny'],
    ['no key id', { [algorithm]: 'aws:kms' }, 'deny'],
    ['another key', { [algorithm]: 'aws:kms', [keyId]: 'arn:other' }, 'deny'],
    ['another key without algorithm', { [keyId]: 'arn:other' }, 'deny'],
    ['a key of the client', { 's3:x-amz-server-side-encryption-customer-algorithm': 'AES256' }, 'deny'],
  ])('%s', (_name, headers, expected) => {
    expect(decide(as(writer), 'PutObject', 'data/x', headers)).toBe(expected);
  });

  test('other keys where they are allowed, or none is enforced', () => {
    const headers = { [algorithm]: 'aws:kms', [keyId]: 'arn:other' };
    expect(decide(as(writer), 'PutObject', 'data/x', headers, { keyArns: [key, 'arn:other'] })).toBe('allow');
    expect(decide(as(writer), 'PutObject', 'data/x', headers, { keyArns: undefined })).toBe('allow');
  });
});

describe('listing', () => {
  test.each<[string, Who, Record<string, string>, Decision]>([
    ['everything, with access to everything', as(admin), {}, 'allow'],
    ['below the own prefix', as(reader), { 's3:prefix': 'data/2024/' }, 'allow'],
    ['elsewhere', as(reader), { 's3:prefix': 'secret/' }, 'implicit deny'],
    ['everything, with access to a part', as(reader), {}, 'implicit deny'],
    ['the folders at the top', as(reader), { 's3:prefix': '', 's3:delimiter': '/' }, 'allow'],
    ['the folders on the way', as(writer), { 's3:prefix': 'a/', 's3:delimiter': '/' }, 'allow'],
    ['as another role', other, {}, 'implicit deny'],
  ])('%s', (_name, who, context, expected) => {
    expect(decide(who, 'ListBucket', '', context)).toBe(expected);
  });

  test('a role without prefixes lists everything, and reaches no object', () => {
    const listRoles = [role('other')];
    expect(decide(other, 'ListBucket', '', {}, { listRoles })).toBe('allow');
    expect(decide(other, 'GetObject', 'data/x', {}, { listRoles })).toBe('deny');
  });

  test('everybody who lists finds out where the bucket is', () => {
    expect(decide(as(reader), 'GetBucketLocation', '')).toBe('allow');
  });
});

test('services are granted what the caller says', () => {
  const statement = {
    actions: ['s3:PutObject'],
    resources: [`${arn}/inventory/*`],
    principals: { Service: ['s3.amazonaws.com'] },
  };
  expect(decide(service, 'PutObject', 'inventory/x', {}, { serviceStatements: [statement] })).toBe('allow');
});

test('only the roles of a prefix read it, for any access policies', () => {
  const roles = ['r1', 'r2', 'r3'].map((name) => role(name));
  const entry = fc.record({
    prefix: fc.constantFrom('a', 'b', 'a/b'),
    level: fc.constantFrom('read', 'readwrite', 'super'),
    roles: fc.subarray(roles),
  });
  fc.assert(
    fc.property(
      fc.array(entry),
      fc.constantFrom(...roles),
      fc.constantFrom('a', 'b', 'a/b'),
      (prefixAccess, who, at) => {
        const granted = prefixAccess.some(
          ({ prefix, roles: some }) => some.includes(who) && `${at}/x`.startsWith(`${prefix}/`),
        );
        const access = { prefixAccess: prefixAccess as BucketAccess['prefixAccess'] };
        expect(decide(as(who), 'GetObject', `${at}/x`, {}, access) === 'allow').toBe(granted);
      },
    ),
  );
});

test('a bucket for forty roles stays within the limit', () => {
  const many = Array.from({ length: 40 }, (_, n) => role(`role-number-${String(n)}xxxxx`));
  const access = {
    ...base,
    prefixAccess: [{ prefix: 'data', level: 'read' as const, roles: many }],
    listRoles: many,
  };
  expect(policySize(policyDocument(bucketStatements(access)))).toBeLessThan(20480);
});
