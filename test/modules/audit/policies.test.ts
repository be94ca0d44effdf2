import { ask, service, session, type Outcome } from '../../support/decide';
import { policy, resource, synthModule, type StackJson } from '../../support/synth';

const name = 'test-org-test-env-test-domain-test-module';
const bucket = `arn:aws:s3:::${name}`;
const config = { readRoles: [{ id: 'AROAREADER' }], sourceAccounts: ['222222222222'] };

let json: StackJson;
let bucketPolicy: string;
let keyPolicy: string;
beforeAll(async () => {
  ({ json } = await synthModule('audit', config));
  bucketPolicy = resource(json, 'aws_s3_bucket_policy').policy as string;
  keyPolicy = resource(json, 'aws_kms_key').policy as string;
});

type Context = Record<string, string>;
type Caller = ReturnType<typeof session>;

const trail = (account: string): Context => ({
  'aws:SourceAccount': account,
  'aws:SourceArn': `arn:aws:cloudtrail:eu-west-1:${account}:trail/t`,
  's3:x-amz-acl': 'bucket-owner-full-control',
});
const inventory = (account: string): Context => ({
  ...trail(account),
  'aws:SourceArn': 'arn:aws:s3:::lake',
});
const reader = session('arn:aws:iam::111111111111:role/reader', 'AROAREADER');
const other = session('arn:aws:iam::111111111111:role/other', 'AROAOTHER');
const cloudtrail = service('cloudtrail');
const s3 = service('s3');

test.each<readonly [Caller, Context, string, string, Outcome]>([
  [cloudtrail, trail('111111111111'), 'GetBucketAcl', '', 'allowed'],
  [cloudtrail, trail('333333333333'), 'GetBucketAcl', '', 'implicitly denied'],
  [cloudtrail, trail('111111111111'), 'PutObject', '/AWSLogs/111111111111/x', 'allowed'],
  [cloudtrail, trail('222222222222'), 'PutObject', '/AWSLogs/222222222222/x', 'allowed'],
  [cloudtrail, trail('222222222222'), 'PutObject', '/AWSLogs/111111111111/x', 'implicitly denied'],
  [cloudtrail, trail('333333333333'), 'PutObject', '/AWSLogs/333333333333/x', 'implicitly denied'],
  [cloudtrail, trail('111111111111'), 'PutObject', '/inventory/x', 'implicitly denied'],
  [s3, inventory('111111111111'), 'PutObject', '/inventory/x', 'allowed'],
  [s3, inventory('222222222222'), 'PutObject', '/inventory/x', 'allowed'],
  [s3, inventory('333333333333'), 'PutObject', '/inventory/x', 'implicitly denied'],
  [s3, inventory('111111111111'), 'PutObject', '/AWSLogs/x', 'implicitly denied'],
  [reader, {}, 'GetObject', '/AWSLogs/111111111111/x', 'allowed'],
  [reader, {}, 'ListBucket', '', 'allowed'],
  [reader, {}, 'PutObject', '/AWSLogs/111111111111/x', 'implicitly denied'],
  [reader, {}, 'DeleteObject', '/AWSLogs/111111111111/x', 'implicitly denied'],
  [reader, { 'aws:SecureTransport': 'false' }, 'GetObject', '/x', 'explicitly denied'],
  [other, {}, 'GetObject', '/AWSLogs/111111111111/x', 'implicitly denied'],
])('bucket: %#', (caller, context, action, path, expected) => {
  const request = { caller, action: `s3:${action}`, resource: `${bucket}${path}`, context };
  expect([action, path, ask(request, { resource: bucketPolicy })]).toEqual([action, path, expected]);
});

const encrypting = (account: string): Context => ({
  ...trail(account),
  'kms:EncryptionContext:aws:cloudtrail:arn': `arn:aws:cloudtrail:eu-west-1:${account}:trail/t`,
});

test.each<readonly [Caller, Context, string, Outcome]>([
  [cloudtrail, encrypting('111111111111'), 'GenerateDataKey', 'allowed'],
  [cloudtrail, encrypting('222222222222'), 'GenerateDataKey', 'allowed'],
  [cloudtrail, encrypting('333333333333'), 'GenerateDataKey', 'implicitly denied'],
  // The bucket has a bucket key: its context is not the trail's.
  [cloudtrail, trail('111111111111'), 'GenerateDataKey', 'allowed'],
  [cloudtrail, trail('111111111111'), 'Decrypt', 'allowed'],
  [
    cloudtrail,
    { ...encrypting('333333333333'), ...trail('111111111111') },
    'GenerateDataKey',
    'implicitly denied',
  ],
  [cloudtrail, trail('333333333333'), 'Decrypt', 'implicitly denied'],
  [cloudtrail, {}, 'GenerateDataKey', 'implicitly denied'],
  [cloudtrail, trail('111111111111'), 'DescribeKey', 'allowed'],
  [cloudtrail, trail('333333333333'), 'DescribeKey', 'implicitly denied'],
  [s3, inventory('222222222222'), 'GenerateDataKey', 'allowed'],
  [s3, inventory('333333333333'), 'GenerateDataKey', 'implicitly denied'],
  [reader, {}, 'Decrypt', 'allowed'],
  [reader, {}, 'GenerateDataKey', 'implicitly denied'],
  [reader, {}, 'Encrypt', 'implicitly denied'],
  [other, {}, 'Decrypt', 'implicitly denied'],
])('key: %#', (caller, context, action, expected) => {
  const request = { caller, action: `kms:${action}`, resource: 'key', context };
  expect([action, ask(request, { key: keyPolicy })]).toEqual([action, expected]);
});

test('statement ids are legal and unique', () => {
  for (const text of [bucketPolicy, keyPolicy]) {
    const sids = policy(text).Statement.map(({ Sid }) => Sid as string);
    expect(sids).toEqual([...new Set(sids)]);
    expect(sids.filter((sid) => !/^[A-Za-z0-9]+$/.test(sid))).toEqual([]);
  }
});
