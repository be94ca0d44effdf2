import fc from 'fast-check';
import { bucketStatements } from '../../../core/aws/bucket-policy';
import type { BucketAccess } from '../../../core/aws/bucket-access';
import { policyDocument } from '../../../aws/iam/write';
import { policySize } from '../../../aws/iam/size';
import { ask, service, session, type Outcome } from '../../support/decide';
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

type Who = ReturnType<typeof session>;
const as = (who: ReturnType<typeof role>): Who => session(who.arn, who.id);
const other = as(role('other'));
const deploying = session(deployer, 'AROADEPLOY', 'ci');
const planning = session(planner, 'AROAPLAN', 'ci');
const s3 = service('s3');

function decide(
  caller: Who,
  action: string,
  path: string,
  context: Record<string, string> = {},
  access: Partial<BucketAccess> = {},
): Outcome {
  return ask(
    { caller, action: `s3:${action}`, resource: path === '' ? arn : `${arn}/${path}`, context },
    { resource: policyDocument(bucketStatements({ ...base, ...access })) },
  );
}

describe('objects', () => {
  test.each<[string, Who, string, string, Outcome]>([
    ['an administrator', as(admin), 'GetObject', 'x', 'allowed'],
    ['an administrator', as(admin), 'DeleteObjectVersion', 'data/x', 'allowed'],
    ['a reader', as(reader), 'GetObjectVersion', 'data/x', 'allowed'],
    ['a reader', as(reader), 'PutObject', 'data/x', 'explicitly denied'],
    ['a reader elsewhere', as(reader), 'GetObject', 'data2/x', 'explicitly denied'],
    ['a writer', as(writer), 'PutObject', 'data/x', 'allowed'],
    ['a writer who gives up', as(writer), 'AbortMultipartUpload', 'data/x', 'allowed'],
    ['a writer', as(writer), 'DeleteObjectVersion', 'data/x', 'explicitly denied'],
    ['a role named by ARN', as(locations), 'GetObject', 'data/x', 'allowed'],
    ['another role', other, 'GetObject', 'data/x', 'explicitly denied'],
    ['another role', other, 'PutObject', 'x', 'explicitly denied'],
    ['another role', other, 'DeleteObjectVersion', 'x', 'explicitly denied'],
    ['another role at the inventory', other, 'GetObject', 'inventory/x', 'implicitly denied'],
    ['another role at the inventory', other, 'PutObject', 'inventory/x', 'explicitly denied'],
    ['another role at the inventory', other, 'DeleteObject', 'inventory/x', 'explicitly denied'],
    ['a service at the inventory', s3, 'PutObject', 'inventory/x', 'implicitly denied'],
    ['another role at the assets', other, 'GetObject', 'deployment/x', 'explicitly denied'],
    ['another role at the assets', other, 'PutObject', 'deployment/x', 'explicitly denied'],
    ['a service', s3, 'PutObject', 'data/x', 'implicitly denied'],
    ['the deployer at data', deploying, 'GetObject', 'data/x', 'explicitly denied'],
    ['the deployer at data', deploying, 'DeleteObject', 'data/x', 'explicitly denied'],
    ['the deployer at assets', deploying, 'PutObject', 'deployment/x', 'allowed'],
    ['the deployer at assets', deploying, 'GetObjectTagging', 'deployment/x', 'allowed'],
    ['the planner at data', planning, 'GetObject', 'data/x', 'explicitly denied'],
    ['the planner at assets', planning, 'GetObject', 'deployment/x', 'allowed'],
    ['the planner at assets', planning, 'PutObject', 'deployment/x', 'explicitly denied'],
  ])('%s: %j %s %s', (_name, who, action, path, expected) => {
    expect(decide(who, action, path)).toBe(expected);
  });

  test('nobody without TLS', () => {
    expect(decide(as(admin), 'GetObject', 'x', { 'aws:SecureTransport': 'false' })).toBe('explicitly denied');
  });

  test('without default deny IAM decides about the others', () => {
    expect(decide(other, 'GetObject', 'data/x', {}, { defaultDeny: undefined })).toBe('implicitly denied');
  });
});

describe('with both keys for destruction', () => {
  test.each<[string, string, Outcome]>([
    ['DeleteObject', 'data/x', 'allowed'],
    ['DeleteObjectVersion', 'data/x', 'allowed'],
    ['ListBucketVersions', '', 'allowed'],
    ['GetObject', 'data/x', 'explicitly denied'],
    ['PutObject', 'data/x', 'explicitly denied'],
  ])('the deployer: %s %s %s', (action, path, expected) => {
    expect(decide(deploying, action, path, {}, { allowDataLoss: true })).toBe(expected);
  });

  test('others still delete nothing', () => {
    expect(decide(other, 'DeleteObject', 'data/x', {}, { allowDataLoss: true })).toBe('explicitly denied');
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
  test.each<[string, Record<string, string>, Outcome]>([
    ['no header', {}, 'allowed'],
    ['the key', { [algorithm]: 'aws:kms', [keyId]: key }, 'allowed'],
    ['AES256', { [algorithm]: 'AES256' }, 'explicitly denied'],
    ['no key id', { [algorithm]: 'aws:kms' }, 'explicitly denied'],
    ['another key', { [algorithm]: 'aws:kms', [keyId]: 'arn:other' }, 'explicitly denied'],
    ['another key without algorithm', { [keyId]: 'arn:other' }, 'explicitly denied'],
    [
      'a key of the client',
      { 's3:x-amz-server-side-encryption-customer-algorithm': 'AES256' },
      'explicitly denied',
    ],
  ])('%s', (_name, headers, expected) => {
    expect(decide(as(writer), 'PutObject', 'data/x', headers)).toBe(expected);
  });

  test('other keys where they are allowed, or none is enforced', () => {
    const headers = { [algorithm]: 'aws:kms', [keyId]: 'arn:other' };
    expect(decide(as(writer), 'PutObject', 'data/x', headers, { keyArns: [key, 'arn:other'] })).toBe(
      'allowed',
    );
    expect(decide(as(writer), 'PutObject', 'data/x', headers, { keyArns: undefined })).toBe('allowed');
  });
});

describe('listing', () => {
  test.each<[string, Who, Record<string, string>, Outcome]>([
    ['everything, with access to everything', as(admin), {}, 'allowed'],
    ['below the own prefix', as(reader), { 's3:prefix': 'data/2024/' }, 'allowed'],
    ['elsewhere', as(reader), { 's3:prefix': 'secret/' }, 'implicitly denied'],
    ['everything, with access to a part', as(reader), {}, 'implicitly denied'],
    ['the folders at the top', as(reader), { 's3:prefix': '', 's3:delimiter': '/' }, 'allowed'],
    ['the folders on the way', as(writer), { 's3:prefix': 'a/', 's3:delimiter': '/' }, 'allowed'],
    ['as another role', other, {}, 'implicitly denied'],
  ])('%s', (_name, who, context, expected) => {
    expect(decide(who, 'ListBucket', '', context)).toBe(expected);
  });

  test('a role without prefixes lists everything, and reaches no object', () => {
    const listRoles = [role('other')];
    expect(decide(other, 'ListBucket', '', {}, { listRoles })).toBe('allowed');
    expect(decide(other, 'GetObject', 'data/x', {}, { listRoles })).toBe('explicitly denied');
  });

  test('everybody who lists finds out where the bucket is', () => {
    expect(decide(as(reader), 'GetBucketLocation', '')).toBe('allowed');
  });
});

test('services are granted what the caller says', () => {
  const statement = {
    actions: ['s3:PutObject'],
    resources: [`${arn}/inventory/*`],
    principals: { Service: ['s3.amazonaws.com'] },
  };
  expect(decide(s3, 'PutObject', 'inventory/x', {}, { serviceStatements: [statement] })).toBe('allowed');
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
        expect(decide(as(who), 'GetObject', `${at}/x`, {}, access) === 'allowed').toBe(granted);
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
