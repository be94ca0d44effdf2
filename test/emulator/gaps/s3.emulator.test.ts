import { request } from 'node:http';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteBucketPolicyCommand,
  GetBucketInventoryConfigurationCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketPolicyCommand,
  GetObjectCommand,
  PutBucketInventoryConfigurationCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
  S3Client,
  type InventoryConfiguration,
  type LifecycleRule,
} from '@aws-sdk/client-s3';
import { startSandbox, type Sandbox } from '../../../emulator/sandbox';
import { sdk } from '../client';

const Bucket = 'acme-lake';
let sandbox: Sandbox;
let s3: S3Client;

beforeAll(async () => {
  sandbox = await startSandbox();
  s3 = new S3Client(sdk(sandbox));
  await s3.send(new CreateBucketCommand({ Bucket }));
});
afterAll(() => sandbox.stop());

const onlyTls = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: `arn:aws:s3:::${Bucket}/*`,
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  ],
});

describe('s3-bucket-policy', () => {
  test('a denial whose condition does not hold denies nothing', async () => {
    await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: onlyTls }));
    await s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'text' }));
    expect((await s3.send(new GetBucketPolicyCommand({ Bucket }))).Policy).toBe(onlyTls);
  });

  test('a deleted policy is gone', async () => {
    await s3.send(new DeleteBucketPolicyCommand({ Bucket }));
    await expect(s3.send(new GetBucketPolicyCommand({ Bucket }))).rejects.toMatchObject({
      name: 'NoSuchBucketPolicy',
    });
  });

  test('a policy needs its bucket, and goes with it', async () => {
    const other = { Bucket: 'acme-other' };
    const put = () => s3.send(new PutBucketPolicyCommand({ ...other, Policy: onlyTls }));
    await expect(put()).rejects.toMatchObject({ name: 'NoSuchBucket' });
    await s3.send(new CreateBucketCommand(other));
    await put();
    await s3.send(new DeleteBucketCommand(other));
    await s3.send(new CreateBucketCommand(other));
    await expect(s3.send(new GetBucketPolicyCommand(other))).rejects.toMatchObject({
      name: 'NoSuchBucketPolicy',
    });
  });

  test.each([
    ['malformed', '{', 'MalformedPolicy'],
    ['too large', JSON.stringify('x'.repeat(20_480)), 'PolicyTooLarge'],
  ])('one that is %s is refused', async (_how, Policy, name) => {
    await expect(s3.send(new PutBucketPolicyCommand({ Bucket, Policy }))).rejects.toMatchObject({ name });
  });
});

test('s3-lifecycle: a rule comes back whole', async () => {
  const rule: LifecycleRule = {
    ID: 'archive',
    Status: 'Enabled',
    Filter: { And: { Prefix: 'data/', ObjectSizeGreaterThan: 1024, ObjectSizeLessThan: 4096 } },
    NoncurrentVersionExpiration: { NoncurrentDays: 30, NewerNoncurrentVersions: 3 },
  };
  await s3.send(
    new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: { Rules: [rule] } }),
  );
  const answer = await s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket }));
  expect(answer.Rules).toEqual([rule]);
  expect(answer.TransitionDefaultMinimumObjectSize).toBe('all_storage_classes_128K');
});

test('s3-inventory: several come back whole', async () => {
  const inventory = (Id: string): InventoryConfiguration => ({
    Id,
    IsEnabled: true,
    IncludedObjectVersions: 'Current',
    Schedule: { Frequency: 'Daily' },
    Destination: {
      S3BucketDestination: { Bucket: 'arn:aws:s3:::logs', Format: 'CSV', Encryption: { SSES3: {} } },
    },
  });
  for (const Id of ['one', 'two']) {
    const InventoryConfiguration = inventory(Id);
    await s3.send(new PutBucketInventoryConfigurationCommand({ Bucket, Id, InventoryConfiguration }));
  }
  const one = await s3.send(new GetBucketInventoryConfigurationCommand({ Bucket, Id: 'one' }));
  expect(one.InventoryConfiguration).toEqual(inventory('one'));
  const none = s3.send(new GetBucketInventoryConfigurationCommand({ Bucket, Id: 'three' }));
  await expect(none).rejects.toMatchObject({ name: 'NoSuchConfiguration' });
});

test('s3-notification: that EventBridge is told comes back', async () => {
  const get = () => s3.send(new GetBucketNotificationConfigurationCommand({ Bucket }));
  expect((await get()).EventBridgeConfiguration).toBeUndefined();
  const NotificationConfiguration = { EventBridgeConfiguration: {} };
  await s3.send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }));
  expect((await get()).EventBridgeConfiguration).toEqual({});
});

test('a large upload, in chunks with a checksum behind them, arrives as it was', async () => {
  const body = Buffer.alloc(10 * 1024 * 1024, 'terralake ');
  await s3.send(new PutObjectCommand({ Bucket, Key: 'large', Body: body, ChecksumAlgorithm: 'SHA256' }));
  const { Body, ContentLength } = await s3.send(new GetObjectCommand({ Bucket, Key: 'large' }));
  expect(ContentLength).toBe(body.length);
  expect(body.equals((await Body?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(true);
});

test('a bucket in the host name is the same bucket', async () => {
  await s3.send(new PutObjectCommand({ Bucket, Key: 'folder/a b', Body: 'here' }));
  const { host, port } = { host: '127.0.0.1', port: new URL(sandbox.proxyUrl).port };
  const path = `http://${Bucket}.aws.sandbox.internal/folder/a%20b`;
  const scope = `Credential=${sandbox.env['AWS_ACCESS_KEY_ID'] ?? ''}/20250101/us-east-1/s3/aws4_request`;
  const headers = { host: `${Bucket}.aws.sandbox.internal`, authorization: `AWS4-HMAC-SHA256 ${scope}, x` };
  const text = await new Promise<string>((resolve, reject) => {
    request({ host, port, path, headers }, (answer) => {
      let body = '';
      answer.on('data', (chunk: Buffer) => (body += chunk.toString()));
      answer.on('end', () => resolve(body));
    })
      .once('error', reject)
      .end();
  });
  expect(text).toBe('here');
});
