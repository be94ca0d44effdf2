import { evaluate, type Decision } from '../../core/aws/evaluate';
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

const secure = { 'aws:SecureTransport': 'true' };
const trail = (account: string): Context => ({
  ...secure,
  'aws:SourceAccount': account,
  'aws:SourceArn': `arn:aws:cloudtrail:eu-west-1:${account}:trail/t`,
  's3:x-amz-acl': 'bucket-owner-full-control',
});
const inventory = (account: string): Context => ({
  ...trail(account),
  'aws:SourceArn': 'arn:aws:s3:::lake',
});
const reader: Context = {
  ...secure,
  'aws:userId': 'AROAREADER:me',
  'aws:PrincipalIsAWSService': 'false',
  'kms:CallerAccount': '111111111111',
};
const other: Context = { ...reader, 'aws:userId': 'AROAOTHER:me' };
const cloudtrail = 'cloudtrail.amazonaws.com';
const s3 = 's3.amazonaws.com';

test.each<readonly [string | undefined, Context, string, string, Decision]>([
  [cloudtrail, trail('111111111111'), 'GetBucketAcl', '', 'allow'],
  [cloudtrail, trail('333333333333'), 'GetBucketAcl', '', 'implicit deny'],
  [cloudtrail, trail('111111111111'), 'PutObject', '/AWSLogs/111111111111/x', 'allow'],
  [cloudtrail, trail('222222222222'), 'PutObject', '/AWSLogs/222222222222/x', 'allow'],
  [cloudtrail, trail('222222222222'), 'PutObject', '/AWSLogs/111111111111/x', 'implicit deny'],
  [cloudtrail, trail('333333333333'), 'PutObject', '/AWSLogs/333333333333/x', 'implicit deny'],
  [cloudtrail, trail('111111111111'), 'PutObject', '/inventory/x', 'implicit deny'],
  [s3, inventory('111111111111'), 'PutObject', '/inventory/x', 'allow'],
  [s3, inventory('222222222222'), 'PutObject', '/inventory/x', 'allow'],
  [s3, inventory('333333333333'), 'PutObject', '/inventory/x', 'implicit deny'],
  [s3, inventory('111111111111'), 'PutObject', '/AWSLogs/x', 'implicit deny'],
  [undefined, reader, 'GetObject', '/AWSLogs/111111111111/x', 'allow'],
  [undefined, reader, 'ListBucket', '', 'allow'],
  [undefined, reader, 'PutObject', '/AWSLogs/111111111111/x', 'implicit deny'],
  [undefined, reader, 'DeleteObject', '/AWSLogs/111111111111/x', 'implicit deny'],
  [undefined, { ...reader, 'aws:SecureTransport': 'false' }, 'GetObject', '/x', 'deny'],
  [undefined, other, 'GetObject', '/AWSLogs/111111111111/x', 'implicit deny'],
])('bucket: %#', (service, context, action, path, expected) => {
  const principal = service === undefined ? {} : { Service: service };
  const request = { action: `s3:${action}`, resource: `${bucket}${path}`, context, principal };
  expect([action, path, evaluate(bucketPolicy, request)]).toEqual([action, path, expected]);
});

const encrypting = (account: string): Context => ({
  ...trail(account),
  'kms:EncryptionContext:aws:cloudtrail:arn': `arn:aws:cloudtrail:eu-west-1:${account}:trail/t`,
});

test.each<readonly [string | undefined, Context, string, Decision]>([
  [cloudtrail, encrypting('111111111111'), 'GenerateDataKey', 'allow'],
  [cloudtrail, encrypting('222222222222'), 'GenerateDataKey', 'allow'],
  [cloudtrail, encrypting('333333333333'), 'GenerateDataKey', 'implicit deny'],
  // The bucket has a bucket key: its context is not the trail's.
  [cloudtrail, trail('111111111111'), 'GenerateDataKey', 'allow'],
  [cloudtrail, trail('111111111111'), 'Decrypt', 'allow'],
  [
    cloudtrail,
    { ...encrypting('333333333333'), ...trail('111111111111') },
    'GenerateDataKey',
    'implicit deny',
  ],
  [cloudtrail, trail('333333333333'), 'Decrypt', 'implicit deny'],
  [cloudtrail, secure, 'GenerateDataKey', 'implicit deny'],
  [cloudtrail, trail('111111111111'), 'DescribeKey', 'allow'],
  [cloudtrail, trail('333333333333'), 'DescribeKey', 'implicit deny'],
  [s3, inventory('222222222222'), 'GenerateDataKey', 'allow'],
  [s3, inventory('333333333333'), 'GenerateDataKey', 'implicit deny'],
  [undefined, reader, 'Decrypt', 'allow'],
  [undefined, reader, 'GenerateDataKey', 'implicit deny'],
  [undefined, reader, 'Encrypt', 'implicit deny'],
  [undefined, other, 'Decrypt', 'implicit deny'],
])('key: %#', (service, context, action, expected) => {
  const principal = service === undefined ? {} : { Service: service };
  const request = { action: `kms:${action}`, resource: 'key', context, principal };
  expect([action, evaluate(keyPolicy, request)]).toEqual([action, expected]);
});

test('statement ids are legal and unique', () => {
  for (const text of [bucketPolicy, keyPolicy]) {
    const sids = policy(text).Statement.map(({ Sid }) => Sid as string);
    expect(sids).toEqual([...new Set(sids)]);
    expect(sids.filter((sid) => !/^[A-Za-z0-9]+$/.test(sid))).toEqual([]);
  }
});
