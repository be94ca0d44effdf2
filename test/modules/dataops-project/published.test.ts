import { parameters, synthModule } from '../../support/synth';
import { project, role } from './project';

const everything = project({
  securityGroupConfigs: { Jdbc: { vpcId: 'vpc-1' } },
  connections: { Db: { connectionType: 'NETWORK' } },
  classifiers: { Csv: { classifierType: 'csv', configuration: { csvClassifier: { delimiter: ',' } } } },
  databases: {
    Sales: { description: 'Sales', crawler: { role: role('etl') } },
    plain: { description: 'Without a crawler' },
  },
});

test('a project publishes what its consumers and people refer to', async () => {
  const { json } = await synthModule('dataops-project', everything);
  const own = '/test-org/test-domain/test-module';
  const kept = [
    'kmsArn/default',
    'projectBucket/default',
    'securityConfiguration/default',
    'projectTopicArn/default',
    'databaseName/Sales',
    'databaseName/plain',
    'connections/Db',
    'classifiers/Csv',
    'securityGroupId/Jdbc',
    'crawler/name/Sales',
  ];
  const generic = [
    'kms/cmk/arn',
    'kms/cmk/id',
    'bucket/name',
    'bucket/arn',
    'role/lake-formation/arn',
    'role/lake-formation/id',
    'role/lake-formation/name',
    'managed-policy/wg-usage/arn',
    'managed-policy/wg-usage/name',
    'managed-policy/catalog-key-access/arn',
    'managed-policy/catalog-key-access/name',
    'workgroup/name',
    'topic/dataops-sns-topic/name',
    'topic/dataops-sns-topic/arn',
    'security-group/jdbc/id',
  ];
  expect(Object.keys(parameters(json)).sort()).toEqual(
    [...kept, ...generic].map((path) => `${own}/${path}`).sort(),
  );
});

test('parameters hold what they say', async () => {
  const { json } = await synthModule('dataops-project', everything);
  const published = parameters(json);
  const of = (path: string) => published[`/test-org/test-domain/test-module/${path}`];
  expect(of('projectBucket/default')).toBe('${aws_s3_bucket_policy.test-module__bucket.bucket}');
  expect(of('kmsArn/default')).toBe('${aws_kms_key.test-module__cmk.arn}');
  expect(of('projectTopicArn/default')).toBe('${aws_sns_topic_policy.test-module__dataops-sns-topic.arn}');
  expect(of('securityConfiguration/default')).toBe(
    '${aws_glue_security_configuration.test-module__security-configuration.name}',
  );
  expect(of('databaseName/Sales')).toBe('${aws_glue_catalog_database.test-module__database__Sales.name}');
  expect(of('crawler/name/Sales')).toBe('${aws_glue_crawler.test-module__crawler__Sales.name}');
});
