import { policy, resource, resources, statement, synthModule } from '../../support/synth';
import { prefix, role, workgroup } from './workgroup';

async function synth(added: Record<string, unknown> = {}, setting = {}) {
  return (await synthModule('athena-workgroup', workgroup(added), setting)).json;
}

const bucket = `arn:aws:s3:::${prefix}`;

test('admins own the bucket, users write results, everybody else is denied', async () => {
  const { policy: text } = resource(await synth(), 'aws_s3_bucket_policy');
  expect(statement(text, 'ReadWriteSuper').Resource).toBe(`${bucket}/*`);
  const results = statement(text, 'AthenaResultsReadWrite');
  expect(results.Resource).toBe(`${bucket}/athena-results/*`);
  expect(results.Action).toEqual(expect.arrayContaining(['s3:PutObject', 's3:AbortMultipartUpload']));
  const deny = statement(text, 'DefaultDeny');
  expect([deny.Effect, deny.Resource]).toEqual(['Deny', `${bucket}/*`]);
  expect(deny.Condition.StringNotLike['aws:userId'].sort()).toEqual(['AROAADMIN:*', 'AROAUSER:*']);
});

test('users list what is below the results only', async () => {
  const { policy: text } = resource(await synth(), 'aws_s3_bucket_policy');
  expect(statement(text, 'List').Condition.StringLike['aws:userId']).toBe('AROAADMIN:*');
  expect(statement(text, 'ListAthenaResults').Condition.StringLike).toEqual({
    's3:prefix': 'athena-results/*',
    'aws:userId': 'AROAUSER:*',
  });
});

test('each action of the usage policy is granted on the kind of resource that it supports', async () => {
  const { policy: text } = resource(await synth(), 'aws_iam_policy');
  const onWorkgroup = statement(text, 'Workgroup');
  expect(onWorkgroup.Resource).toBe(
    'arn:aws:athena:eu-west-1:111111111111:workgroup/${aws_athena_workgroup.test-module__workgroup.name}',
  );
  expect(onWorkgroup.Action).toContain('athena:StartQueryExecution');
  expect(statement(text, 'DataCatalogs').Resource).toBe(
    'arn:aws:athena:eu-west-1:111111111111:datacatalog/*',
  );
  expect(statement(text, 'Lists')).toMatchObject({
    Action: ['athena:ListDataCatalogs', 'athena:ListEngineVersions', 'athena:ListWorkGroups'],
    Resource: '*',
  });
  const actions = policy(text).Statement.flatMap(({ Action }) => Action as string[]);
  expect(new Set(actions).size).toBe(22);
});

test('the workgroup overrides its clients and writes where users may', async () => {
  const { configuration } = resource(await synth(), 'aws_athena_workgroup');
  expect(configuration).toMatchObject({
    enforce_workgroup_configuration: true,
    publish_cloudwatch_metrics_enabled: true,
    result_configuration: {
      output_location: 's3://${aws_s3_bucket_policy.test-module__bucket.bucket}/athena-results/',
      expected_bucket_owner: '111111111111',
      encryption_configuration: {
        encryption_option: 'SSE_KMS',
        kms_key_arn: '${aws_kms_key.test-module__key.arn}',
      },
    },
  });
});

test('no service uses the key', async () => {
  const { policy: text } = resource(await synth(), 'aws_kms_key');
  expect(policy(text).Statement.map(({ Sid }) => Sid as string)).toEqual([
    'Account',
    'Usage',
    'Administration',
  ]);
});

test('immutable roles get the bucket and the key, and no policy', async () => {
  const json = await synth({
    athenaUserRoles: [role('user'), { ...role('fixed'), immutable: true }, { name: 'Analysts', sso: true }],
  });
  expect(Object.values(resources(json, 'aws_iam_role_policy_attachment')).map((block) => block.role)).toEqual(
    ['user'],
  );
  const { policy: text } = resource(json, 'aws_s3_bucket_policy');
  expect(statement(text, 'AthenaResultsReadWrite').Condition.StringLike['aws:userId']).toHaveLength(3);
});

test('key and bucket are protected; with both keys everything may go', async () => {
  const kept = await synth();
  for (const type of ['aws_kms_key', 'aws_s3_bucket']) {
    expect(resource(kept, type).lifecycle).toEqual({ prevent_destroy: true });
  }
  expect(resource(kept, 'aws_athena_workgroup').force_destroy).toBeUndefined();
  const going = await synth(
    {},
    {
      root: { deletion_protection: false },
      synthesize: { allowDataLoss: ['test-domain-test-env'] },
    },
  );
  expect(resource(going, 'aws_athena_workgroup').force_destroy).toBe(true);
});

test.each([
  [
    'a cutoff below what AWS allows',
    { workgroupConfiguration: { bytesScannedCutoffPerQuery: 1000 } },
    'TL204',
  ],
  ['no users', { athenaUserRoles: undefined }, 'TL203'],
  ['a prefix that is no name', { verbatimPolicyNamePrefix: 'a b' }, 'TL204'],
])('%s is refused', async (_what, added, code) => {
  const config = JSON.parse(JSON.stringify(workgroup(added))) as unknown;
  await expect(synthModule('athena-workgroup', config)).rejects.toMatchObject({
    diagnostics: expect.arrayContaining([expect.objectContaining({ code })]),
  });
});
