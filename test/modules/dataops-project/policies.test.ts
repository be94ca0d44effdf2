import { policy, resource, resources, statement, synthModule } from '../../support/synth';
import { prefix, project, role } from './project';

async function synth(added: Record<string, unknown> = {}) {
  return (await synthModule('dataops-project', project(added))).json;
}

const bucket = `arn:aws:s3:::${prefix}`;
const lakeFormation = '${aws_iam_role.test-module__lake-formation.unique_id}:*';

test('each role reaches its own prefixes', async () => {
  const { policy: text } = resource(await synth(), 'aws_s3_bucket_policy');
  const access = (sid: string) => {
    const { Effect, Resource, Condition } = statement(text, sid);
    return [Effect, Resource, Condition.StringLike['aws:userId']];
  };
  expect(access('Read')).toEqual(['Allow', `${bucket}/*`, 'AROAENGINEER:*']);
  expect(access('ReadWriteSuper')).toEqual(['Allow', `${bucket}/*`, 'AROAADMIN:*']);
  expect(access('DeploymentRead')).toEqual(['Allow', `${bucket}/deployment/*`, 'AROAETL:*']);
  expect(access('DataReadWrite')).toEqual([
    'Allow',
    `${bucket}/data/*`,
    ['AROAENGINEER:*', 'AROAETL:*', lakeFormation],
  ]);
  expect(access('TempReadWrite')).toEqual(['Allow', `${bucket}/temp/*`, 'AROAETL:*']);
});

test('engineers write the results of their queries', async () => {
  const json = await synth();
  const results = statement(resource(json, 'aws_s3_bucket_policy').policy, 'AthenaResultsReadWrite');
  expect(results.Resource).toBe(`${bucket}/athena-results/*`);
  expect(results.Action).toContain('s3:PutObject');
  expect(results.Condition.StringLike['aws:userId']).toBe('AROAENGINEER:*');
  const { output_location } = resource(json, 'aws_athena_workgroup').configuration.result_configuration;
  expect(output_location).toBe('s3://${aws_s3_bucket_policy.test-module__bucket.bucket}/athena-results/');
});

test('everybody else is denied, and the deploying identity reaches deployment/ alone', async () => {
  const { policy: text } = resource(await synth(), 'aws_s3_bucket_policy');
  const { Effect, NotResource, Condition } = statement(text, 'DefaultDeny');
  expect([Effect, NotResource]).toEqual(['Deny', `${bucket}/deployment/*`]);
  expect(Condition.StringNotLike['aws:userId'].sort()).toEqual(
    ['AROAADMIN:*', 'AROAENGINEER:*', 'AROAETL:*', lakeFormation].sort(),
  );
  expect(Condition.ArnNotLike).toBeUndefined();
  expect(statement(text, 'DeployerAssets').Resource).toBe(`${bucket}/deployment/*`);
});

test('the key is for its users, administrators and services', async () => {
  const { policy: text } = resource(await synth(), 'aws_kms_key');
  expect(statement(text, 'Usage').Condition.StringLike['aws:userId']).toEqual([
    'AROAADMIN:*',
    'AROAENGINEER:*',
    'AROAETL:*',
    lakeFormation,
  ]);
  expect(statement(text, 'Administration').Condition.StringLike['aws:userId']).toBe('AROAADMIN:*');
  expect(statement(text, 'LogGroups').Condition.ArnLike).toEqual({
    'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:eu-west-1:111111111111:log-group:*',
  });
  expect(statement(text, 'Queues').Condition.StringEquals).toMatchObject({
    'kms:CallerAccount': '111111111111',
  });
  expect(statement(text, 'EventsToTopics').Condition).toBeDefined();
});

test('Sids are legal and unique in every policy', async () => {
  const json = await synth();
  const texts = ['aws_s3_bucket_policy', 'aws_kms_key', 'aws_sns_topic_policy', 'aws_iam_policy'].flatMap(
    (type) => Object.values(resources(json, type)).map((block) => block.policy as string),
  );
  for (const text of texts) {
    const sids = policy(text).Statement.map(({ Sid }) => Sid as string);
    expect(new Set(sids).size).toBe(sids.length);
    expect(sids.filter((sid) => !/^[A-Za-z0-9]+$/.test(sid))).toEqual([]);
  }
});

test('immutable roles keep their access and get no policy', async () => {
  const json = await synth({
    dataAdminRoles: [{ ...role('admin'), immutable: true }],
    projectExecutionRoles: [{ ...role('etl'), immutable: true }],
  });
  const attached = Object.values(resources(json, 'aws_iam_role_policy_attachment')).map(
    (block) => block.role,
  );
  expect(attached).toEqual(['engineer']);
  const { policy: text } = resource(json, 'aws_s3_bucket_policy');
  expect(statement(text, 'TempReadWrite').Condition.StringLike['aws:userId']).toBe('AROAETL:*');
});

test('without a key of its own, the catalog is decrypted with what glue-catalog publishes', async () => {
  const { json } = await synthModule('dataops-project', { dataAdminRoles: [role('admin')] });
  const { policy: text } = resource(json, 'aws_iam_policy', 'catalog-key-access');
  expect(statement(text, 'DecryptCatalog').Resource).toContain('catalog-kms-key');
});

test('Lake Formation assumes its role for this account alone', async () => {
  const { assume_role_policy: trust } = resource(await synth(), 'aws_iam_role', 'lake-formation');
  expect(policy(trust).Statement).toEqual([
    {
      Effect: 'Allow',
      Principal: { Service: 'lakeformation.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'aws:SourceAccount': '111111111111' } },
    },
  ]);
});

test('neither deployment nor DataZone roles are made', async () => {
  expect(Object.values(resources(await synth(), 'aws_iam_role')).map(({ name }) => name)).toEqual([
    `${prefix}-lake-formation`,
  ]);
});

test('what holds data is protected', async () => {
  const json = await synth({ databases: { sales: { description: 'Sales' } } });
  for (const type of ['aws_kms_key', 'aws_s3_bucket', 'aws_glue_catalog_database']) {
    expect(resource(json, type).lifecycle).toEqual({ prevent_destroy: true });
  }
});
