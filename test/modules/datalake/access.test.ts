import { ask, everything, service, session, standIn, type Outcome } from '../../support/decide';
import { resource, synthModule, type StackJson } from '../../support/synth';
import { lake, prefix } from './lake';

const bucket = `arn:aws:s3:::${prefix}-raw`;
const lakeKey = standIn('aws_kms_key.test-module__key.arn');
const encryption = 's3:x-amz-server-side-encryption';
const keyId = `${encryption}-aws-kms-key-id`;

const holding = (id: string, account = '111111111111') => session(`arn:aws:iam::${account}:role/${id}`, id);
const admin = holding('AROAADMIN');
const reader = holding('AROAREADER');
const other = holding('AROAOTHER');
const root = { kind: 'root', account: '111111111111', partition: 'aws' } as const;

type Caller = ReturnType<typeof session>;

let json: StackJson;
beforeAll(async () => ({ json } = await synthModule('datalake', lake())));

type Case = readonly [Caller, string, string, Outcome, Record<string, string>?];

const onBucket: readonly Case[] = [
  // Administrators do everything with objects, with the lake's key or without saying one.
  [admin, 'PutObject', '/data/x', 'allowed'],
  [admin, 'PutObject', '/x', 'allowed', { [encryption]: 'aws:kms', [keyId]: lakeKey }],
  [admin, 'GetObject', '/x', 'allowed'],
  [admin, 'DeleteObject', '/x', 'allowed'],
  [admin, 'DeleteObjectVersion', '/x', 'allowed'],
  [admin, 'ListBucket', '', 'allowed'],
  [admin, 'GetBucketLocation', '', 'allowed'],
  // Readers read below their prefix, and nothing else, whatever their IAM policies say.
  [reader, 'GetObject', '/data/x', 'allowed'],
  [reader, 'ListBucket', '', 'allowed', { 's3:prefix': 'data/2024/' }],
  [reader, 'ListBucket', '', 'implicitly denied', { 's3:prefix': 'secret/' }],
  [reader, 'GetBucketLocation', '', 'allowed'],
  [reader, 'GetObject', '/secret/x', 'explicitly denied'],
  [reader, 'PutObject', '/data/x', 'explicitly denied'],
  [reader, 'DeleteObject', '/data/x', 'explicitly denied'],
  [reader, 'DeleteObjectVersion', '/data/x', 'explicitly denied'],
  // All others are refused, whatever their IAM policies say, except inventories.
  [other, 'GetObject', '/data/x', 'explicitly denied'],
  [other, 'PutObject', '/data/x', 'explicitly denied'],
  [other, 'DeleteObject', '/data/x', 'explicitly denied'],
  [other, 'GetObject', '/inventory/x', 'implicitly denied'],
  [other, 'PutObject', '/inventory/x', 'explicitly denied'],
  [other, 'ListBucket', '', 'implicitly denied'],
  [reader, 'GetObject', '/inventory/x', 'implicitly denied'],
  // The account itself and its users are all others, too; services of AWS need a statement, but no exemption.
  [root, 'GetObject', '/data/x', 'explicitly denied'],
  [service('s3'), 'PutObject', '/data/x', 'implicitly denied'],
  // Nobody uses plain HTTP, or another encryption.
  [admin, 'GetObject', '/x', 'explicitly denied', { 'aws:SecureTransport': 'false' }],
  [admin, 'ListBucket', '', 'explicitly denied', { 'aws:SecureTransport': 'false' }],
  [admin, 'PutObject', '/x', 'explicitly denied', { [encryption]: 'AES256' }],
  [admin, 'PutObject', '/x', 'explicitly denied', { [encryption]: 'aws:kms' }],
  [admin, 'PutObject', '/x', 'explicitly denied', { [encryption]: 'aws:kms', [keyId]: 'arn:foreign' }],
  [admin, 'PutObject', '/x', 'explicitly denied', { [`${encryption}-customer-algorithm`]: 'AES256' }],
];

test.each(onBucket.map((one) => [one]))('bucket: %#', ([caller, action, path, expected, context = {}]) => {
  const request = { caller, action: `s3:${action}`, resource: `${bucket}${path}`, context };
  const answer = ask(request, { resource: resource(json, 'aws_s3_bucket_policy').policy as string });
  expect([action, path, answer]).toEqual([action, path, expected]);
});

test.each<readonly [Caller, string, Outcome]>([
  [admin, 'GenerateDataKey', 'allowed'],
  [admin, 'Decrypt', 'allowed'],
  [reader, 'Decrypt', 'allowed'],
  [reader, 'Encrypt', 'implicitly denied'],
  [reader, 'GenerateDataKey', 'implicitly denied'],
  [other, 'Decrypt', 'implicitly denied'],
  [holding('AROAADMIN', '222222222222'), 'Decrypt', 'implicitly denied'],
])('key: %#', (caller, action, expected) => {
  const key = resource(json, 'aws_kms_key').policy as string;
  // Of another account, what the caller's own policies say counts too: here they allow.
  const identity = 'account' in caller && caller.account !== '111111111111' ? [everything] : [];
  expect([action, ask({ caller, action: `kms:${action}`, resource: 'key' }, { key, identity })]).toEqual([
    action,
    expected,
  ]);
});
