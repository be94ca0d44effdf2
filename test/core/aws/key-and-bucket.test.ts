import { dataBucket, type DataBucketOptions } from '../../../core/aws/bucket';
import { inventoryDelivery } from '../../../core/aws/inventory';
import { encryptionKey } from '../../../core/aws/key';
import { built, type Setting } from './build';
import { role } from './roles';

const admin = role('admin');

const lake = (options: Partial<DataBucketOptions> = {}, setting: Setting = {}) =>
  built((scope) => {
    const key = encryptionKey(scope, 'cmk', { alias: scope.name(), users: [admin], publishAt: 'kms' });
    const bucket = dataBucket(scope, ['bucket', 'raw'], {
      name: scope.name('raw', 63),
      encryptionKey: key,
      prefixAccess: [{ prefix: '/', level: 'super', roles: [admin] }],
      listRoles: [admin],
      defaultDeny: {},
      publishAt: 'bucket/raw',
      ...options,
    });
    scope.publish('location', `s3://${bucket.name}/data`);
  }, setting);

const address = 'm__bucket__raw';
const parameter = (json: Awaited<ReturnType<typeof built>>, path: string) =>
  Object.values(json.aws_ssm_parameter ?? {}).find(({ name }) => name === `/org/lake/m/${path}`)
    ?.value as string;

test('a key rotates, is protected, and its policy comes with it', async () => {
  const json = await lake();
  expect(json.aws_kms_key?.m__cmk).toMatchObject({
    enable_key_rotation: true,
    deletion_window_in_days: 30,
    lifecycle: { prevent_destroy: true },
    policy: expect.stringContaining('"aws:userId":"AROAADMIN:*"') as string,
  });
  expect(json.aws_kms_alias?.m__cmk).toMatchObject({ name: 'alias/org-dev-lake-m' });
  expect(parameter(json, 'kms/arn')).toBe('${aws_kms_key.m__cmk.arn}');
  expect(parameter(json, 'kms/id')).toBe('${aws_kms_key.m__cmk.key_id}');
});

test('a bucket is private, versioned, encrypted and protected', async () => {
  const json = await lake();
  expect(json.aws_s3_bucket?.[address]).toMatchObject({
    bucket: 'org-dev-lake-m-raw',
    lifecycle: { prevent_destroy: true },
  });
  expect(json.aws_s3_bucket?.[address]).not.toHaveProperty('force_destroy');
  expect(json.aws_s3_bucket_public_access_block?.[address]).toMatchObject({
    block_public_acls: true,
    block_public_policy: true,
    ignore_public_acls: true,
    restrict_public_buckets: true,
  });
  expect(json.aws_s3_bucket_ownership_controls?.[address]?.rule.object_ownership).toBe('BucketOwnerEnforced');
  expect(json.aws_s3_bucket_versioning?.[address]?.versioning_configuration.status).toBe('Enabled');
  expect(json.aws_s3_bucket_server_side_encryption_configuration?.[address]?.rule).toEqual([
    {
      apply_server_side_encryption_by_default: {
        kms_master_key_id: '${aws_kms_key.m__cmk.arn}',
        sse_algorithm: 'aws:kms',
      },
      bucket_key_enabled: true,
    },
  ]);
});

test('who reads the name waits for the policy, and the policy for the protection', async () => {
  const json = await lake();
  const name = `\${aws_s3_bucket_policy.${address}.bucket}`;
  expect(parameter(json, 'bucket/raw/name')).toBe(name);
  expect(parameter(json, 'bucket/raw/arn')).toBe(`arn:aws:s3:::${name}`);
  expect(parameter(json, 'location')).toBe(`s3://${name}/data`);
  expect([...(json.aws_s3_bucket_policy?.[address]?.depends_on as string[])].sort()).toEqual([
    `aws_s3_bucket_ownership_controls.${address}`,
    `aws_s3_bucket_public_access_block.${address}`,
    `aws_s3_bucket_server_side_encryption_configuration.${address}`,
    `aws_s3_bucket_versioning.${address}`,
  ]);
});

test('the policy names the bucket before it exists, so that a plan shows it', async () => {
  const { policy } = (await lake()).aws_s3_bucket_policy?.[address] as { policy: string };
  expect(policy).toContain('"arn:aws:s3:::org-dev-lake-m-raw/*"');
});

test('with both keys for destruction the bucket empties itself', async () => {
  const json = await lake({}, { allowDataLoss: true });
  expect(json.aws_s3_bucket?.[address]).toMatchObject({ force_destroy: true });
  expect(json.aws_s3_bucket?.[address]).not.toHaveProperty('lifecycle');
  expect(json.aws_s3_bucket_policy?.[address]?.policy).toContain('"Sid":"DeployerEmpties"');
});

test('an audit bucket takes uploads with any key', async () => {
  const json = await lake({ enforceKey: false });
  expect(json.aws_s3_bucket_policy?.[address]?.policy).not.toContain('DenyOtherKey');
});

test('cors, lifecycle, events and inventories come after the policy', async () => {
  const json = await lake({
    cors: [
      { id: 'web', allowedMethods: ['GET'], allowedOrigins: ['*'], exposedHeaders: ['ETag'], maxAge: 60 },
    ],
    lifecycle: { expire: { Status: 'Enabled', ExpirationDays: 1 } },
    eventBridge: true,
    inventories: {
      all: { prefix: '/' },
      data: { prefix: '/data/', destination: { bucketArn: 'arn:aws:s3:::audit', prefix: 'lists/' } },
    },
  });
  const bucket = `\${aws_s3_bucket_policy.${address}.bucket}`;
  expect(json.aws_s3_bucket_cors_configuration?.[address]).toMatchObject({
    bucket,
    cors_rule: [
      {
        id: 'web',
        allowed_methods: ['GET'],
        allowed_origins: ['*'],
        expose_headers: ['ETag'],
        max_age_seconds: 60,
      },
    ],
  });
  expect(json.aws_s3_bucket_lifecycle_configuration?.[address]).toMatchObject({ bucket });
  expect(json.aws_s3_bucket_notification?.[address]).toMatchObject({ bucket, eventbridge: true });
  const inventories = json.aws_s3_bucket_inventory ?? {};
  expect(inventories[`${address}__all`]).toMatchObject({
    bucket,
    name: 'all',
    destination: {
      bucket: { account_id: '111111111111', bucket_arn: `arn:aws:s3:::${bucket}`, prefix: 'inventory' },
    },
  });
  expect(inventories[`${address}__all`]).not.toHaveProperty('filter');
  expect(inventories[`${address}__data`]).toMatchObject({
    filter: { prefix: 'data/' },
    destination: { bucket: { bucket_arn: 'arn:aws:s3:::audit', format: 'Parquet', prefix: 'lists' } },
  });
});

test('S3 delivers inventories for the accounts and buckets that are named', () => {
  expect(
    inventoryDelivery('arn:aws:s3:::lake', 'inventory/', { accounts: ['1'], arns: ['arn:aws:s3:::lake'] }),
  ).toEqual({
    sid: 'AllowS3Inventory',
    actions: ['s3:PutObject'],
    resources: ['arn:aws:s3:::lake/inventory/*'],
    principals: { Service: ['s3.amazonaws.com'] },
    conditions: {
      StringEquals: { 'aws:SourceAccount': ['1'], 's3:x-amz-acl': 'bucket-owner-full-control' },
      ArnLike: { 'aws:SourceArn': ['arn:aws:s3:::lake'] },
    },
  });
});
