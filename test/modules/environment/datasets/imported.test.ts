import type { ContextValues } from '../../../../aws/iam/evaluate/context';
import { policyDocument } from '../../../../aws/iam/write';
import type { PolicyStatement } from '../../../../aws/iam/statement';
import { datasetsOf } from '../../../../modules/environment/datasets/facts';
import { datasetRoleStatements } from '../../../../modules/environment/datasets/role-statements';
import { teamDataStatements } from '../../../../modules/environment/datasets/team-statements';
import { ask as answerTo } from '../../../support/decide';
import { parameters, resource, resources, synthModule } from '../../../support/synth';
import { withTeams } from '../setting';
import { factsFor, team } from './facts';
import { archive, sales, withDatasets } from './setting';

const facts = factsFor(withDatasets({ archive, sales }));
const key = 'arn:aws:kms:eu-west-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const alias = (name: string) => ({ 'kms:ResourceAliases': [name] });
const table = (database: string) => `arn:aws:glue:eu-west-1:111111111111:table/${database}/t`;

/** What AWS answers to a role with these statements, about something whose own policy says nothing. */
function ask(
  statements: readonly PolicyStatement[],
  action: string,
  arn: string,
  context: ContextValues = {},
) {
  return answerTo({ action, resource: arn, context }, { identity: [policyDocument(statements)] });
}

const cases: readonly (readonly [action: string, arn: string, context: ContextValues, outcome: string])[] = [
  ['s3:GetObject', 'arn:aws:s3:::old-archive/2020/a.csv', {}, 'allowed'],
  ['s3:PutObject', 'arn:aws:s3:::old-archive/2020/a.csv', {}, 'allowed'],
  ['s3:ListBucket', 'arn:aws:s3:::old-archive', {}, 'allowed'],
  ['s3:PutObjectAcl', 'arn:aws:s3:::old-archive/2020/a.csv', {}, 'implicitly denied'],
  ['s3:DeleteBucket', 'arn:aws:s3:::old-archive', {}, 'implicitly denied'],
  ['s3:GetObject', 'arn:aws:s3:::old-archives/2020/a.csv', {}, 'implicitly denied'],
  ['kms:Decrypt', key, alias('alias/old-key'), 'allowed'],
  ['kms:GenerateDataKey', key, alias('alias/old-key'), 'allowed'],
  ['kms:Decrypt', key, alias('alias/old-key-2'), 'implicitly denied'],
  ['kms:Decrypt', key, {}, 'implicitly denied'],
  ['kms:PutKeyPolicy', key, alias('alias/old-key'), 'implicitly denied'],
  ['glue:CreateTable', table('old_archive'), {}, 'allowed'],
  ['glue:CreateTable', table('old_archive_2'), {}, 'implicitly denied'],
];

test.each(cases)('the team and the role reach what is imported and nothing else: %s %s %j', (...asked) => {
  const [action, arn, context, outcome] = asked;
  expect(ask(teamDataStatements(facts, team(facts, 'DataScience')), action, arn, context)).toBe(outcome);
  const [dataset] = datasetsOf(facts);
  if (!dataset) throw new Error('no dataset');
  expect(ask(datasetRoleStatements(dataset), action, arn, context)).toBe(outcome);
});

test.each(cases)('another team of the environment does not: %s %s %j', (action, arn, context) => {
  const statements = teamDataStatements(facts, team(facts, 'Analysts'));
  expect(ask(statements, action, arn, context)).toBe('implicitly denied');
});

test('what is made here takes no room in the policies of the team', () => {
  const none = factsFor(withDatasets({}));
  const made = factsFor(withDatasets({ sales }));
  expect(teamDataStatements(made, team(made, 'DataScience'))).toEqual(
    teamDataStatements(none, team(none, 'DataScience')),
  );
});

test('nothing of the bucket, the key and the database is made, all is looked up', async () => {
  const { json } = await synthModule('environment', withDatasets({ archive }), withTeams);
  for (const type of Object.keys(json.resource ?? {}).filter((each) => each.startsWith('aws_s3_'))) {
    expect(Object.keys(resources(json, type)).filter((address) => address.includes('archive'))).toEqual([]);
  }
  expect(Object.keys(resources(json, 'aws_glue_catalog_database'))).toEqual([]);
  expect(json.data?.aws_kms_alias).toMatchObject({
    'test-module__dataset__archive': { name: 'alias/old-key' },
  });
  expect(json.data?.aws_s3_bucket).toMatchObject({
    'test-module__dataset__archive': {
      bucket: 'old-archive',
      lifecycle: { postcondition: [{ condition: '${self.region == "eu-west-1"}' }] },
    },
  });
  expect(parameters(json)).toMatchObject({
    '/test-org/test-domain/test-module/dataset/archive/bucket/name': 'old-archive',
    '/test-org/test-domain/test-module/dataset/archive/database/name': 'old_archive',
  });
  expect(resource(json, 'aws_glue_crawler').database_name).toBe('old_archive');
  expect(resource(json, 'aws_lakeformation_resource').arn).toBe('arn:aws:s3:::old-archive');
});

test('options of an import: a role of that name, a bucket that is registered already, no key', async () => {
  const options = { bucketName: 'old-archive', adminRoleName: 'archivist', locationRegistered: true };
  const { json } = await synthModule(
    'environment',
    withDatasets({ archive: { ...archive, import: options } }),
    withTeams,
  );
  expect(resource(json, 'aws_iam_role', 'dataset__archive').name).toBe('archivist');
  expect(resources(json, 'aws_lakeformation_resource')).toEqual({});
  const granted = resource(json, 'aws_lakeformation_permissions', 'dataset__archive__owner__location');
  expect(granted.data_location).toEqual({ arn: 'arn:aws:s3:::old-archive' });
  expect(json.data?.aws_kms_alias).toBeUndefined();
  expect(resource(json, 'aws_iam_policy', 'dataset__archive').policy).not.toContain('kms:ResourceAliases');
  expect(resource(json, 'aws_glue_catalog_database', 'dataset__archive').location_uri).toBe(
    's3://old-archive/',
  );
});
