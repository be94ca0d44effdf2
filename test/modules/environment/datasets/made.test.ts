import { built, declared } from '../../../support/declared';
import { parameters, policy, resource, resources, statement, synthModule } from '../../../support/synth';
import { least, withTeams } from '../setting';
import { archive, named, sales, withDatasets } from './setting';

const pivotRole = {
  trustedAccountId: '222222222222',
  trustedPrincipals: ['role/*graphql-role'],
  externalId: 'a-secret-of-ours',
};

const synth = (datasets: Readonly<Record<string, unknown>>, more: object = {}) =>
  synthModule('environment', withDatasets(datasets, more), withTeams);

test.each([
  ['made', { sales }],
  ['imported', { archive }],
  ['imported without a key and a database', { archive: { ...archive, import: { bucketName: 'old-one' } } }],
  ['several', { sales, archive, other_One: { team: 'FinancesAdmin', id: 'x1' } }],
])('what is declared of a dataset is what is built: %s', async (_what, datasets) => {
  const { json, platform } = await synth(datasets, { pivotRole });
  expect(built(json)).toEqual(declared(platform.environments.flatMap(({ modules }) => modules)));
});

test('the bucket is encrypted with a key of its own, versioned, logged, protected', async () => {
  const { json } = await synth({ sales });
  const at = 'dataset__sales';
  expect(resource(json, 'aws_s3_bucket', at)).toMatchObject({
    bucket: `${named}-sales`,
    lifecycle: { prevent_destroy: true },
  });
  expect(resource(json, 'aws_kms_alias', at).name).toBe(`alias/${named}-sales`);
  expect(resource(json, 'aws_s3_bucket_versioning', at).versioning_configuration.status).toBe('Enabled');
  expect(resource(json, 'aws_s3_bucket_server_side_encryption_configuration', at).rule).toEqual([
    {
      apply_server_side_encryption_by_default: {
        sse_algorithm: 'aws:kms',
        kms_master_key_id: '${aws_kms_key.test-module__dataset__sales.arn}',
      },
      bucket_key_enabled: true,
    },
  ]);
  expect(resource(json, 'aws_s3_bucket_logging', at)).toMatchObject({
    target_bucket: '${aws_s3_bucket_policy.test-module__bucket__access-logs.bucket}',
    target_prefix: `access_logs/${named}-sales/`,
  });
  expect(resource(json, 'aws_s3_bucket_lifecycle_configuration', at).rule).toHaveLength(1);
  expect(resources(json, 'aws_s3_bucket_cors_configuration')).toEqual({});
});

test('everything of a dataset carries the tags of its team and its confidentiality', async () => {
  const { json } = await synth({ Sales: sales });
  const tags = { Team: 'DataScience', Target: 'S3Dataset_Sales', Classification: 'Official' };
  const ofDataset = Object.values(json.resource ?? {}).flatMap((blocks) =>
    Object.entries(blocks).filter(([address]) => /__dataset__sales/i.test(address)),
  );
  const tagged = ofDataset.filter(([, block]) => 'tags' in block);
  expect(tagged.length).toBeGreaterThan(15);
  for (const [, block] of tagged) expect(block.tags).toMatchObject(tags);
  expect(resource(json, 'aws_s3_bucket', 'test-module__bucket').tags.Classification).toBeUndefined();
});

test('the database and the tables whose columns are stated', async () => {
  const { json } = await synth({ sales });
  expect(resource(json, 'aws_glue_catalog_database', 'dataset__sales')).toMatchObject({
    name: `${named.replaceAll('-', '_')}_sales`,
    description: 'What was sold',
    location_uri: 's3://${aws_s3_bucket_policy.test-module__dataset__sales.bucket}/',
  });
  expect(Object.keys(resources(json, 'aws_glue_catalog_table'))).toEqual(
    ['events', 'orders', 'visits'].map((table) => `test-module__dataset__sales__table__${table}`),
  );
  expect(resource(json, 'aws_glue_catalog_table', 'orders')).toMatchObject({
    table_type: 'EXTERNAL_TABLE',
    parameters: { EXTERNAL: 'TRUE', classification: 'parquet' },
    storage_descriptor: {
      location: `s3://${named}-sales/orders/`,
      columns: [
        { name: 'id', type: 'bigint' },
        { name: 'amount', type: 'decimal(10,2)', comment: 'in $${cents}' },
      ],
    },
  });
  expect(resource(json, 'aws_glue_catalog_table', 'visits').storage_descriptor).toMatchObject({
    location: `s3://${named}-sales/raw/visits/`,
    ser_de_info: { parameters: { 'field.delim': ',' } },
  });
  expect(resource(json, 'aws_glue_catalog_table', 'events').parameters.classification).toBe('json');
});

test('the crawler leaves alone what is made here, and encrypts its logs', async () => {
  const { json } = await synth({ sales });
  expect(resource(json, 'aws_glue_crawler')).toMatchObject({
    name: `${named}-sales-crawler`,
    role: '${aws_iam_role.test-module__dataset__sales.arn}',
    schedule: 'cron(15 12 * * ? *)',
    security_configuration: '${aws_glue_security_configuration.test-module__dataset__sales.name}',
    s3_target: [
      {
        path: 's3://${aws_s3_bucket_policy.test-module__dataset__sales.bucket}/',
        exclusions: ['orders/**', 'raw/visits/**', 'events/**'],
      },
    ],
  });
  const key = resource(json, 'aws_kms_key', 'dataset__sales__logs');
  expect(statement(key.policy as string, 'LogGroups').Condition).toEqual({
    ArnLike: {
      'kms:EncryptionContext:aws:logs:arn':
        'arn:aws:logs:eu-west-1:111111111111:log-group:/aws-glue/crawlers*',
    },
  });
});

test('Lake Formation: the location and the grants, after its settings', async () => {
  const { json } = await synth({ sales }, { pivotRole });
  expect(resource(json, 'aws_lakeformation_resource')).toMatchObject({
    arn: `arn:aws:s3:::${named}-sales`,
    role_arn: '${aws_iam_role.test-module__dataset__sales.arn}',
    hybrid_access_enabled: false,
  });
  const grants = resources(json, 'aws_lakeformation_permissions');
  const onDatabase = ['ALTER', 'CREATE_TABLE', 'DESCRIBE', 'DROP'];
  const onTables = ['ALTER', 'DELETE', 'DESCRIBE', 'INSERT', 'SELECT'];
  const of = (who: string, what: string) => grants[`test-module__dataset__sales__${who}__${what}`];
  const team = '${aws_iam_role.test-module__role__datascience.arn}';
  expect(of('owner', 'database')).toMatchObject({
    principal: team,
    permissions: onDatabase,
    permissions_with_grant_option: onDatabase,
  });
  expect(of('owner', 'tables')).toMatchObject({
    principal: team,
    permissions: onTables,
    permissions_with_grant_option: onTables,
    table: { database_name: '${aws_glue_catalog_database.test-module__dataset__sales.name}', wildcard: true },
  });
  expect(of('pivot', 'tables')).toMatchObject({ permissions_with_grant_option: onTables });
  expect(of('role', 'tables')).not.toHaveProperty('permissions_with_grant_option');
  expect(of('role', 'location')).toMatchObject({
    data_location: { arn: '${aws_lakeformation_resource.test-module__dataset__sales.arn}' },
  });
  expect(Object.keys(grants)).toHaveLength(8);
  const waiting = [
    ...Object.values(grants),
    resource(json, 'aws_lakeformation_resource'),
    resource(json, 'aws_glue_catalog_database'),
    resource(json, 'aws_glue_catalog_table', 'orders'),
  ];
  for (const block of waiting) {
    expect(block.depends_on).toContain('aws_lakeformation_data_lake_settings.test-module__settings');
  }
});

test('without a central account nobody is granted anything for it', async () => {
  const { json } = await synth({ sales });
  expect(Object.keys(resources(json, 'aws_lakeformation_permissions'))).toHaveLength(6);
  const trust = resource(json, 'aws_iam_role', 'dataset__sales').assume_role_policy as string;
  expect(policy(trust).Statement.map(({ Principal }) => Principal)).toEqual([
    { Service: 'glue.amazonaws.com' },
    { Service: 'lakeformation.amazonaws.com' },
  ]);
});

test('another owner gets the grants, and the earlier one loses them', async () => {
  const { json } = await synth({ sales: { ...sales, team: 'Analysts' } });
  const text = JSON.stringify([
    resources(json, 'aws_lakeformation_permissions'),
    resource(json, 'aws_s3_bucket_policy', 'dataset__sales'),
    resource(json, 'aws_kms_key', 'dataset__sales'),
  ]);
  expect(text).toContain('test-module__role__analysts');
  expect(text).not.toContain('test-module__role__datascience');
});

test('an id stands for the key in physical names, not in addresses and parameters', async () => {
  const { json } = await synth({ sales: { ...sales, id: 'turnover' } });
  expect(resource(json, 'aws_s3_bucket', 'dataset__sales').bucket).toBe(`${named}-turnover`);
  expect(resource(json, 'aws_iam_role', 'dataset__sales').name).toBe(`${named}-dataset-turnover`);
  expect(parameters(json)).toHaveProperty('/test-org/test-domain/test-module/dataset/sales/bucket/name');
});

test('an environment without datasets has nothing of them', async () => {
  const { json } = await synthModule('environment', least, withTeams);
  expect(JSON.stringify(json)).not.toContain('__dataset');
});
