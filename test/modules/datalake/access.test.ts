import { evaluate, type Decision } from '../../core/aws/evaluate';
import { resource, synthModule, type StackJson } from '../../support/synth';
import { lake, prefix } from './lake';

const bucket = `arn:aws:s3:::${prefix}-raw`;
const lakeKey = '${aws_kms_key.test-module__key.arn}';
const encryption = 's3:x-amz-server-side-encryption';
const keyId = `${encryption}-aws-kms-key-id`;

const session = (role: string) => ({
  'aws:userId': `${role}:session`,
  'aws:PrincipalArn': `arn:aws:iam::111111111111:role/${role}`,
  'aws:PrincipalIsAWSService': 'false',
  'aws:SecureTransport': 'true',
  'kms:CallerAccount': '111111111111',
});
const admin = session('AROAADMIN');
const reader = session('AROAREADER');
const other = session('AROAOTHER');
const root = { ...other, 'aws:userId': '111111111111', 'aws:PrincipalArn': 'arn:aws:iam::111111111111:root' };
const service = { 'aws:PrincipalIsAWSService': 'true', 'aws:SecureTransport': 'true' };

let json: StackJson;
beforeAll(async () => ({ json } = await synthModule('datalake', lake())));

type Case = readonly [Record<string, string>, string, string, Decision, Record<string, string>?];

const onBucket: readonly Case[] = [
  // Administrators do everything with objects, with the lake's key or without saying one.
  [admin, 'PutObject', '/data/x', 'allow'],
  [admin, 'PutObject', '/x', 'allow', { [encryption]: 'aws:kms', [keyId]: lakeKey }],
  [admin, 'GetObject', '/x', 'allow'],
  [admin, 'DeleteObject', '/x', 'allow'],
  [admin, 'DeleteObjectVersion', '/x', 'allow'],
  [admin, 'ListBucket', '', 'allow'],
  [admin, 'GetBucketLocation', '', 'allow'],
  // Readers read below their prefix, and nothing else, whatever their IAM policies say.
  [reader, 'GetObject', '/data/x', 'allow'],
  [reader, 'ListBucket', '', 'allow', { 's3:prefix': 'data/2024/' }],
  [reader, 'ListBucket', '', 'implicit deny', { 's3:prefix': 'secret/' }],
  [reader, 'GetBucketLocation', '', 'allow'],
  [reader, 'GetObject', '/secret/x', 'deny'],
  [reader, 'PutObject', '/data/x', 'deny'],
  [reader, 'DeleteObject', '/data/x', 'deny'],
  [reader, 'DeleteObjectVersion', '/data/x', 'deny'],
  // All others are refused, whatever their IAM policies say, except inventories.
  [other, 'GetObject', '/data/x', 'deny'],
  [other, 'PutObject', '/data/x', 'deny'],
  [other, 'DeleteObject', '/data/x', 'deny'],
  [other, 'GetObject', '/inventory/x', 'implicit deny'],
  [other, 'PutObject', '/inventory/x', 'deny'],
  [other, 'ListBucket', '', 'implicit deny'],
  [reader, 'GetObject', '/inventory/x', 'implicit deny'],
  // The account itself and its users are all others, too; services of AWS need a statement, but no exemption.
  [root, 'GetObject', '/data/x', 'deny'],
  [service, 'PutObject', '/data/x', 'implicit deny'],
  // Nobody uses plain HTTP, or another encryption.
  [admin, 'GetObject', '/x', 'deny', { 'aws:SecureTransport': 'false' }],
  [admin, 'ListBucket', '', 'deny', { 'aws:SecureTransport': 'false' }],
  [admin, 'PutObject', '/x', 'deny', { [encryption]: 'AES256' }],
  [admin, 'PutObject', '/x', 'deny', { [encryption]: 'aws:kms' }],
  [admin, 'PutObject', '/x', 'deny', { [encryption]: 'aws:kms', [keyId]: 'arn:foreign' }],
  [admin, 'PutObject', '/x', 'deny', { [`${encryption}-customer-algorithm`]: 'AES256' }],
];

test.each(onBucket.map((one) => [one]))('bucket: %#', ([who, action, path, expected, more = {}]) => {
  const request = { action: `s3:${action}`, resource: `${bucket}${path}`, context: { ...who, ...more } };
  expect([action, path, evaluate(resource(json, 'aws_s3_bucket_policy').policy, request)]).toEqual([
    action,
    path,
    expected,
  ]);
});

test.each<readonly [Record<string, string>, string, Decision]>([
  [admin, 'GenerateDataKey', 'allow'],
  [admin, 'Decrypt', 'allow'],
  [reader, 'Decrypt', 'allow'],
  [reader, 'Encrypt', 'implicit deny'],
  [reader, 'GenerateDataKey', 'implicit deny'],
  [other, 'Decrypt', 'implicit deny'],
  [{ ...admin, 'kms:CallerAccount': '222222222222' }, 'Decrypt', 'implicit deny'],
])('key: %#', (who, action, expected) => {
  const request = { action: `kms:${action}`, resource: 'key', context: who };
  expect([action, evaluate(resource(json, 'aws_kms_key').policy, request)]).toEqual([action, expected]);
});
