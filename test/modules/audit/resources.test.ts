import { resource, resources, synthModule } from '../../support/synth';

const name = 'test-org-test-env-test-domain-test-module';

test('bucket, key and database carry the name of the module, and are protected', async () => {
  const { json } = await synthModule('audit', {});
  expect(resource(json, 'aws_s3_bucket').bucket).toBe(name);
  expect(resource(json, 'aws_kms_alias').name).toBe(`alias/${name}`);
  expect(resource(json, 'aws_glue_catalog_database').name).toBe(name.replaceAll('-', '_'));
  for (const type of ['aws_s3_bucket', 'aws_kms_key', 'aws_glue_catalog_database']) {
    expect(resource(json, type).lifecycle).toEqual({ prevent_destroy: true });
  }
});

test('without inventories there is one table, over the logs', async () => {
  const { json } = await synthModule('audit', {});
  const location = 's3://${aws_s3_bucket_policy.test-module__bucket.bucket}/AWSLogs';
  expect(Object.keys(resources(json, 'aws_glue_catalog_table'))).toHaveLength(1);
  expect(resource(json, 'aws_glue_catalog_table')).toMatchObject({
    name: 'cloudtrail_audit',
    storage_descriptor: { location },
    parameters: {
      'projection.account.values': '111111111111',
      'projection.region.values': 'eu-west-1',
      'storage.location.template': `${location}/$\${account}/CloudTrail/$\${region}/$\${timestamp}`,
    },
  });
});

test('account and region may be known to Terraform only', async () => {
  const { json } = await synthModule('audit', {}, { environment: { account: 'default', region: 'default' } });
  const { parameters } = resource(json, 'aws_glue_catalog_table') as { parameters: Record<string, string> };
  expect(parameters['projection.account.values']).toMatch(/^\$\{data\.aws_caller_identity\..*\}$/);
  expect(parameters['projection.region.values']).toMatch(/^\$\{data\.aws_region\..*\}$/);
  expect(Object.keys(resources(json, 'aws_s3_bucket'))).toEqual(['test-module__bucket']);
});

test('an account twice is written once', async () => {
  const config = { sourceAccounts: ['111111111111', '222222222222', '222222222222'] };
  const { json } = await synthModule('audit', config);
  expect(resource(json, 'aws_glue_catalog_table').parameters['projection.account.values']).toBe(
    '111111111111,222222222222',
  );
});

test('the inventories of the whole bucket lie at its root', async () => {
  const inventories = [{ bucketName: 'lake', inventoryName: 'daily' }];
  const { json } = await synthModule('audit', { inventoryPrefix: '/', inventories });
  expect(resource(json, 'aws_glue_catalog_table', 'inventory').storage_descriptor.location).toBe(
    's3://${aws_s3_bucket_policy.test-module__bucket.bucket}/',
  );
});

test.each([
  ['an account that is none', { sourceAccounts: ['123'] }],
  ['a region that is none', { sourceRegions: ['europe'] }],
  ['a prefix with a space', { inventoryPrefix: 'a b' }],
])('%s is refused', async (_case, config) => {
  await expect(synthModule('audit', config)).rejects.toMatchObject({ diagnostics: [{ code: 'TL204' }] });
});
