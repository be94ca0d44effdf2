import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteBucketPolicyCommand,
  GetBucketInventoryConfigurationCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketPolicyCommand,
  type InventoryConfiguration,
  type LifecycleRule,
  PutBucketInventoryConfigurationCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { Sandbox } from '../../../../emulator/sandbox';
import { home, sdk } from '../../client';

/** The documents of buckets. */
export function s3Suite(sandbox: () => Sandbox): void {
  const Bucket = 'acme-lake';

  let s3: S3Client;

  beforeAll(async () => {
    s3 = new S3Client(sdk(sandbox()));
    await s3.send(new CreateBucketCommand({ Bucket }));
  });

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

  /** What is sent as it is; the SDK would not send what is wrong. */
  function send(method: string, path: string, body?: string): Promise<Response> {
    const key = sandbox().env['AWS_ACCESS_KEY_ID'] ?? '';
    const authorization = `AWS4-HMAC-SHA256 Credential=${key}/20250101/us-east-1/s3/aws4_request, x`;
    return fetch(sandbox().directEndpoint + path, {
      method,
      headers: { authorization },
      ...(body && { body }),
    });
  }

  test('s3-logging: into a bucket that exists, whatever its policy says', async () => {
    for (const bucket of ['fin-logs', 'fin-data'])
      await sandbox().moto.get(home(sandbox()), 's3', `/${bucket}`, 'PUT');
    const logging = (method: string, body?: string) => send(method, '/fin-data?logging', body);
    const to = (bucket: string) =>
      `<BucketLoggingStatus><LoggingEnabled><TargetBucket>${bucket}</TargetBucket></LoggingEnabled></BucketLoggingStatus>`;
    const refused = await logging('PUT', to('fin-nothing'));
    expect(await refused.text()).toContain('InvalidTargetBucketForLogging');
    expect(await (await logging('GET')).text()).toBe('<BucketLoggingStatus/>');
    expect((await logging('PUT', to('fin-logs'))).status).toBe(200);
    expect(await (await logging('GET')).text()).toBe(to('fin-logs'));
  });

  test.each([
    ['lifecycle', '<LifecycleConfiguration><Rule></LifecycleConfiguration>'],
    ['notification', '<Notification/>'],
    ['logging', ''],
    ['inventory&id=x', '{}'],
  ])('a document about %s that is none is refused', async (subresource, body) => {
    const refused = await send('PUT', `/${Bucket}?${subresource}`, body);
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('MalformedXML')]);
  });
}
