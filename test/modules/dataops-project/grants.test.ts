import { resolve } from 'node:path';
import { resource, resources, synthModule, type StackJson } from '../../support/synth';
import { project, role, roleArn, withDatabase, withGrants } from './project';

const notes = resolve(__dirname, '../../fixtures/modules/notes.js');

async function synth(config: unknown, setting = {}) {
  return (await synthModule('dataops-project', config, setting)).json;
}

const permissions = (json: StackJson) => resources(json, 'aws_lakeformation_permissions');

test('several grants to one principal on one resource become the highest of them', async () => {
  const json = await synth(
    withGrants(
      {
        createSuperGrantsForDataAdminRoles: true,
        grants: {
          one: { principalArns: { boss: roleArn('admin'), analyst: roleArn('analyst') } },
          two: { principals: { other: { role: { arn: roleArn('analyst') } } }, tablePermissions: 'write' },
        },
      },
      { dataAdminRoles: [{ arn: roleArn('admin'), id: 'AROAADMIN' }] },
    ),
  );
  expect(Object.keys(permissions(json)).sort()).toEqual(
    ['admin__database', 'admin__tables', 'analyst__database', 'analyst__tables'].map(
      (key) => `test-module__database__sales__${key}`,
    ),
  );
  expect(
    resource(json, 'aws_lakeformation_permissions', 'database__sales__admin__tables').permissions,
  ).toContain('DROP');
  expect(
    resource(json, 'aws_lakeformation_permissions', 'database__sales__analyst__tables').permissions,
  ).toEqual(['SELECT', 'DESCRIBE', 'INSERT', 'DELETE']);
});

test('a role by its id and by the ARN of the same parameter is one principal', async () => {
  const json = await synth(
    withGrants(
      {
        createSuperGrantsForDataAdminRoles: true,
        grants: { g: { principalArns: { x: 'ssm:/other/shared/generated-role/boss/arn' } } },
      },
      { dataAdminRoles: [{ id: 'ssm:/other/shared/generated-role/boss/id' }] },
    ),
  );
  expect(Object.keys(permissions(json))).toHaveLength(2);
});

test('an empty list of tables grants the database alone, and * all tables', async () => {
  const grant = (tables: string[]) =>
    withGrants({ grants: { g: { principalArns: { analyst: roleArn('analyst') }, tables } } });
  expect(Object.keys(permissions(await synth(grant([]))))).toEqual([
    'test-module__database__sales__analyst__database',
  ]);
  const all = resource(
    await synth(grant(['*'])),
    'aws_lakeformation_permissions',
    'database__sales__analyst__tables',
  );
  expect(all.table.wildcard).toBe(true);
});

test('nothing is granted as ALL', async () => {
  const json = await synth(
    withGrants(
      {
        createSuperGrantsForDataAdminRoles: true,
        tagBasedGrants: {
          g: {
            principalArns: { analyst: roleArn('analyst') },
            permissions: ['ALL'],
            permissionsWithGrantOption: ['ALL'],
            lfTagExpression: { level: 'public' },
          },
        },
      },
      { lakeFormation: { lfTags: [{ tagKey: 'level', tagValues: ['public'] }] } },
    ),
  );
  const given = Object.values(permissions(json)).flatMap((block) => [
    ...(block.permissions as string[]),
    ...((block.permissions_with_grant_option ?? []) as string[]),
  ]);
  expect(given).toContain('DROP');
  expect(given).not.toContain('ALL');
});

test('the same tags granted by two databases are one grant', async () => {
  const grant = (grantPermissions: string[]) => ({
    description: 'A database',
    lakeFormation: {
      tagBasedGrants: {
        g: {
          principalArns: { analyst: roleArn('analyst') },
          permissions: grantPermissions,
          lfTagExpression: { level: 'public' },
        },
      },
    },
  });
  const json = await synth(
    project({
      lakeFormation: { lfTags: [{ tagKey: 'level', tagValues: ['public'] }] },
      databases: { one: grant(['SELECT']), two: grant(['DESCRIBE']) },
    }),
  );
  expect(Object.entries(permissions(json)).map(([key, block]) => [key, block.permissions])).toEqual([
    ['test-module__tags__analyst__TABLE__level_3d_public', ['SELECT', 'DESCRIBE']],
  ]);
});

test('everything of Lake Formation waits for its settings', async () => {
  const json = await synth(
    withDatabase(
      {
        locationPrefix: 'data',
        lakeFormation: {
          createReadWriteGrantsForProjectExecutionRoles: true,
          databaseTagValues: [{ tagKey: 'level', tagValues: ['public'] }],
          createCrossAccountResourceLinkAccounts: ['111111111111'],
          createCrossAccountResourceLinkName: 'sales_link',
        },
      },
      { lakeFormation: { lfTags: [{ tagKey: 'level', tagValues: ['public'] }] } },
    ),
    {
      modules: {
        settings: { module_path: notes, module_config_data: { owns: true, notes: { all: { body: 'x' } } } },
      },
    },
  );
  const types = [
    'aws_glue_catalog_database',
    'aws_lakeformation_resource',
    'aws_lakeformation_lf_tag',
    'aws_lakeformation_resource_lf_tags',
    'aws_lakeformation_permissions',
  ];
  for (const block of types.flatMap((type) => Object.values(resources(json, type)))) {
    expect(block.depends_on).toEqual(['terraform_data.settings__note__all']);
  }
  expect(Object.keys(permissions(json))).toHaveLength(3);
});

test('a location of the lake is not granted unless it is said to be registered', async () => {
  const { json, diagnostics } = await synthModule(
    'dataops-project',
    withDatabase({
      locationBucketName: 'lake',
      locationPrefix: 'data/sales',
      lakeFormation: { createReadWriteGrantsForProjectExecutionRoles: true },
    }),
  );
  expect(Object.keys(permissions(json)).filter((key) => key.endsWith('__location'))).toEqual([]);
  expect(diagnostics).toContainEqual(
    expect.objectContaining({
      code: 'TL603',
      severity: 'note',
      place: expect.objectContaining({ file: 'test-module.yaml' }),
    }),
  );
});

test('the registered folder belongs to the role of the project', async () => {
  const json = await synth(project());
  expect(resource(json, 'aws_lakeformation_resource')).toMatchObject({
    arn: 'arn:aws:s3:::${aws_s3_bucket_policy.test-module__bucket.bucket}/data',
    role_arn: '${aws_iam_role.test-module__lake-formation.arn}',
  });
});

test('the crawler of a database reports failures, under the name that the database has', async () => {
  const json = await synth(withDatabase({ icebergCompliantName: true, crawler: { role: role('etl') } }));
  expect(resource(json, 'aws_glue_crawler').database_name).toBe(
    '${aws_glue_catalog_database.test-module__database__sales.name}',
  );
  const { name, event_pattern } = resource(json, 'aws_cloudwatch_event_rule');
  expect(name.length).toBeLessThanOrEqual(64);
  expect(JSON.parse(event_pattern)).toEqual({
    source: ['aws.glue'],
    'detail-type': ['Glue Crawler State Change'],
    detail: { crawlerName: ['test-org-test-env-test-domain-test-module-sales'], state: ['Failed'] },
  });
  expect(resource(json, 'aws_cloudwatch_event_target').arn).toBe(
    '${aws_sns_topic_policy.test-module__dataops-sns-topic.arn}',
  );
});
