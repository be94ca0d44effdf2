import { datalake } from '../../../modules/datalake';
import { testOptions } from '../../support/options';
import { resource, statement, type StackJson } from '../../support/synth';
import { lake, prefix, role } from './lake';
import { lifecycleOptions } from './lifecycle-options';

const zonePolicy = (json: StackJson) => resource(json, 'aws_s3_bucket_policy').policy as string;
const sessions = (json: StackJson, sid: string) => {
  const { Resource, Condition } = statement(zonePolicy(json), sid);
  return [Resource, Condition.StringLike['aws:userId']];
};
const below = (base: string, ...options: readonly string[]) =>
  [base, ...options.map((option) => `${base}.${option}`)].join(' ');

const inventories = (inventory: Record<string, unknown>) => lake({ inventories: { daily: inventory } });
const inventory = (json: StackJson) => resource(json, 'aws_s3_bucket_inventory');

testOptions(datalake, {
  [`roles accessPolicies ${below(
    'accessPolicies.*.rule',
    'prefix',
    'ReadRoles',
    'ReadWriteRoles',
    'ReadWriteSuperRoles',
  )} buckets buckets.*.accessPolicies`]: {
    config: lake(
      { accessPolicies: ['landing'] },
      {
        roles: { people: [role('one'), role('two')], jobs: [role('job')], owners: [role('owner')] },
        accessPolicies: {
          landing: {
            rule: {
              prefix: 'landing/',
              ReadRoles: ['people'],
              ReadWriteRoles: ['jobs'],
              ReadWriteSuperRoles: ['owners'],
            },
          },
        },
      },
    ),
    expect: (json) => {
      const objects = `arn:aws:s3:::${prefix}-raw/landing/*`;
      expect(sessions(json, 'LandingRead')).toEqual([objects, ['AROAONE:*', 'AROATWO:*']]);
      expect(sessions(json, 'LandingReadWrite')).toEqual([objects, 'AROAJOB:*']);
      expect(sessions(json, 'LandingReadWriteSuper')).toEqual([objects, 'AROAOWNER:*']);
      expect(statement(zonePolicy(json), 'LandingReadWriteSuper').Action).toContain('s3:DeleteObjectVersion');
      expect(statement(zonePolicy(json), 'LandingReadWrite').Action).not.toContain('s3:DeleteObjectVersion');
    },
  },
  'buckets.*.defaultDeny': {
    config: lake({ defaultDeny: false }),
    expect: (json) => expect(zonePolicy(json)).not.toContain('DefaultDeny'),
  },
  'buckets.*.createFolderSkeleton': { config: lake({ createFolderSkeleton: true }), code: 'TL602' },
  'buckets.*.enableEventBridgeNotifications': {
    config: lake({ enableEventBridgeNotifications: true }),
    expect: (json) => expect(resource(json, 'aws_s3_bucket_notification', 'raw').eventbridge).toBe(true),
  },
  'buckets.*.inventories buckets.*.inventories.*.prefix': {
    config: inventories({ prefix: 'data/' }),
    expect: (json) => {
      expect(inventory(json)).toMatchObject({ name: 'daily', filter: { prefix: 'data/' } });
      expect(resource(json, 'aws_glue_catalog_table')).toMatchObject({
        name: 'raw_inv',
        database_name: '${aws_glue_catalog_database.test-module__util.name}',
      });
    },
  },
  [['Bucket', 'Prefix', 'Account'].map((part) => `buckets.*.inventories.*.destination${part}`).join(' ')]: {
    config: inventories({
      prefix: '/',
      destinationBucket: 'elsewhere',
      destinationPrefix: 'lists/raw/',
      destinationAccount: '222222222222',
    }),
    expect: (json) =>
      expect(inventory(json).destination).toEqual({
        bucket: {
          bucket_arn: 'arn:aws:s3:::elsewhere',
          prefix: 'lists/raw',
          account_id: '222222222222',
          format: 'Parquet',
        },
      }),
  },
  [['', '.*.prefix', '.*.write'].map((part) => `buckets.*.lakeFormationLocations${part}`).join(' ')]: {
    config: lake({ lakeFormationLocations: { data: { prefix: 'data/', write: true } } }),
    expect: (json) => {
      expect(resource(json, 'aws_lakeformation_resource')).toMatchObject({
        arn: 'arn:aws:s3:::${aws_s3_bucket.test-module__bucket__raw.bucket}/data',
        role_arn: '${aws_iam_role.test-module__role__lake-formation.arn}',
        use_service_linked_role: false,
      });
      expect(sessions(json, 'DataReadWrite')[1]).toBe(
        '${aws_iam_role.test-module__role__lake-formation.unique_id}:*',
      );
    },
  },
  [[
    '',
    ...['allowedMethods', 'allowedOrigins', 'id', 'maxAge', 'allowedHeaders', 'exposedHeaders'].map(
      (option) => `[].${option}`,
    ),
  ]
    .map((part) => `buckets.*.corsRules${part}`)
    .join(' ')]: {
    config: lake({
      corsRules: [
        {
          allowedMethods: ['GET', 'PUT', 'HEAD', 'POST', 'DELETE'],
          allowedOrigins: ['https://example.com'],
          id: 'portal',
          maxAge: 300,
          allowedHeaders: ['authorization'],
          exposedHeaders: ['etag'],
        },
      ],
    }),
    expect: (json) =>
      expect(resource(json, 'aws_s3_bucket_cors_configuration', 'raw').cors_rule).toEqual([
        {
          allowed_methods: ['GET', 'PUT', 'HEAD', 'POST', 'DELETE'],
          allowed_origins: ['https://example.com'],
          id: 'portal',
          max_age_seconds: 300,
          allowed_headers: ['authorization'],
          expose_headers: ['etag'],
        },
      ]),
  },
  storageLensEnabled: {
    config: lake({}, { storageLensEnabled: true }),
    expect: (json) =>
      expect(resource(json, 'aws_s3control_storage_lens_configuration')).toMatchObject({
        config_id: `${prefix}-storage-lens`,
        storage_lens_configuration: {
          enabled: true,
          include: { buckets: ['arn:aws:s3:::${aws_s3_bucket_policy.test-module__bucket__raw.bucket}'] },
        },
      }),
  },
  ...lifecycleOptions,
});
