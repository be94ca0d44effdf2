import { dataopsProject } from '../../../modules/dataops-project';
import { testOptions } from '../../support/options';
import { resource, statement, type StackJson } from '../../support/synth';
import { grantOptions } from './grant-options';
import { glueOptions } from './glue-options';
import { prefix, project, role, withDatabase } from './project';

const crawler = (added: Record<string, unknown> = {}) =>
  withDatabase({ crawler: { role: role('etl'), ...added } });

const bucketStatement = (json: StackJson, sid: string) =>
  statement(resource(json, 'aws_s3_bucket_policy').policy, sid);
const users = (json: StackJson, sid: string) =>
  statement(resource(json, 'aws_kms_key').policy, sid).Condition.StringLike['aws:userId'];
const madeCrawler = (json: StackJson) => resource(json, 'aws_glue_crawler');
const database = (json: StackJson) => resource(json, 'aws_glue_catalog_database');

testOptions(dataopsProject, {
  dataAdminRoles: {
    config: project({ dataAdminRoles: [role('boss')] }),
    expect: (json) => {
      expect(users(json, 'Administration')).toBe('AROABOSS:*');
      expect(bucketStatement(json, 'ReadWriteSuper').Condition.StringLike['aws:userId']).toBe('AROABOSS:*');
      expect(resource(json, 'aws_iam_role_policy_attachment', 'wg-usage__boss').role).toBe('boss');
    },
  },
  dataEngineerRoles: {
    config: project({ dataEngineerRoles: [role('maker')] }),
    expect: (json) => {
      expect(users(json, 'Usage')).toContain('AROAMAKER:*');
      expect(bucketStatement(json, 'Read').Condition.StringLike['aws:userId']).toBe('AROAMAKER:*');
      expect(resource(json, 'aws_iam_role_policy_attachment', 'wg-usage__maker').role).toBe('maker');
    },
  },
  projectExecutionRoles: {
    config: project({ projectExecutionRoles: [role('job')] }),
    expect: (json) => {
      expect(users(json, 'Usage')).toContain('AROAJOB:*');
      expect(bucketStatement(json, 'TempReadWrite').Condition.StringLike['aws:userId']).toBe('AROAJOB:*');
      expect(resource(json, 'aws_iam_role_policy_attachment', 'catalog-key-access__job').role).toBe('job');
    },
  },
  s3OutputKmsKeyArn: {
    config: project({ s3OutputKmsKeyArn: 'arn:lake-key' }),
    expect: (json) => {
      const { encryption_configuration: encryption } = resource(json, 'aws_glue_security_configuration');
      expect(encryption.s3_encryption).toEqual({
        kms_key_arn: 'arn:lake-key',
        s3_encryption_mode: 'SSE-KMS',
      });
      expect(encryption.cloudwatch_encryption.kms_key_arn).toBe('${aws_kms_key.test-module__cmk.arn}');
      const allowed = bucketStatement(json, 'DenyOtherKey').Condition.StringNotEquals;
      expect(Object.values(allowed)).toEqual([['${aws_kms_key.test-module__cmk.arn}', 'arn:lake-key']]);
      // Without it every job that writes would fail.
      const { policy } = resource(json, 'aws_iam_policy', 'catalog-key-access');
      expect(statement(policy, 'EncryptOutput')).toMatchObject({
        Action: expect.arrayContaining(['kms:GenerateDataKey', 'kms:Decrypt']) as unknown,
        Resource: 'arn:lake-key',
      });
    },
  },
  glueCatalogKmsKeyArn: {
    config: project({ glueCatalogKmsKeyArn: 'arn:other-key' }),
    expect: (json) => {
      const { policy } = resource(json, 'aws_iam_policy', 'catalog-key-access');
      expect(statement(policy, 'DecryptCatalog')).toMatchObject({
        Action: 'kms:Decrypt',
        Resource: 'arn:other-key',
      });
    },
  },
  'failureNotifications failureNotifications.email': {
    config: project({ failureNotifications: { email: [' ops@example.com '] } }),
    expect: (json) => {
      const { protocol, endpoint } = resource(json, 'aws_sns_topic_subscription');
      expect([protocol, endpoint]).toEqual(['email', 'ops@example.com']);
    },
  },
  ...glueOptions,
  'databases databases.*.description': {
    config: withDatabase({ description: 'All sales' }),
    expect: (json) =>
      expect(database(json)).toMatchObject({
        name: `${prefix}-sales`,
        description: 'All sales',
        location_uri: 's3://${aws_s3_bucket_policy.test-module__bucket.bucket}/',
      }),
  },
  'databases.*.verbatimName': {
    config: withDatabase({ verbatimName: true }),
    expect: (json) => expect(database(json).name).toBe('sales'),
  },
  'databases.*.icebergCompliantName': {
    config: withDatabase({ icebergCompliantName: true }),
    expect: (json) => expect(database(json).name).toBe('test_org_test_env_test_domain_test_module_sales'),
  },
  'databases.*.locationBucketName databases.*.locationPrefix': {
    config: withDatabase({ locationBucketName: 'lake', locationPrefix: '/sales/2024/' }),
    expect: (json) => expect(database(json).location_uri).toBe('s3://lake/sales/2024'),
  },
  'databases.*.createDatazoneDatasource': {
    config: withDatabase({ createDatazoneDatasource: true }),
    code: 'TL601',
  },
  'databases.*.createSagemakerDatasource': {
    config: withDatabase({ createSagemakerDatasource: true }),
    code: 'TL601',
  },
  'databases.*.crawler databases.*.crawler.role': {
    config: crawler(),
    expect: (json) =>
      expect(madeCrawler(json)).toMatchObject({
        name: `${prefix}-sales`,
        role: 'arn:aws:iam::111111111111:role/etl',
        database_name: '${aws_glue_catalog_database.test-module__database__sales.name}',
        security_configuration: '${aws_glue_security_configuration.test-module__security-configuration.name}',
        s3_target: [{ path: 's3://${aws_s3_bucket_policy.test-module__bucket.bucket}/' }],
      }),
  },
  'databases.*.crawler.extraConfiguration': {
    config: crawler({ extraConfiguration: { Version: 1, Grouping: { TableLevelConfiguration: 3 } } }),
    expect: (json) =>
      expect(JSON.parse(madeCrawler(json).configuration)).toEqual({
        Version: 1,
        Grouping: { TableLevelConfiguration: 3 },
      }),
  },
  'databases.*.crawler.schedule databases.*.crawler.schedule.scheduleExpression': {
    config: crawler({ schedule: { scheduleExpression: 'cron(0 1 * * ? *)' } }),
    expect: (json) => expect(madeCrawler(json).schedule).toBe('cron(0 1 * * ? *)'),
  },
  [['', '.updateBehavior', '.deleteBehavior']
    .map((part) => `databases.*.crawler.schemaChangePolicy${part}`)
    .join(' ')]: {
    config: crawler({
      schemaChangePolicy: { updateBehavior: 'LOG', deleteBehavior: 'DELETE_FROM_DATABASE' },
    }),
    expect: (json) =>
      expect(madeCrawler(json).schema_change_policy).toEqual({
        update_behavior: 'LOG',
        delete_behavior: 'DELETE_FROM_DATABASE',
      }),
  },
  'databases.*.crawler.tablePrefix': {
    config: crawler({ tablePrefix: 'raw_' }),
    expect: (json) => expect(madeCrawler(json).table_prefix).toBe('raw_'),
  },
  'databases.*.crawler.classifiers': {
    config: crawler({ classifiers: ['mine'] }),
    expect: (json) => expect(madeCrawler(json).classifiers).toEqual(['mine']),
  },
  'databases.*.crawler.recrawlBehavior': {
    config: crawler({ recrawlBehavior: 'CRAWL_NEW_FOLDERS_ONLY' }),
    expect: (json) =>
      expect(madeCrawler(json).recrawl_policy).toEqual({ recrawl_behavior: 'CRAWL_NEW_FOLDERS_ONLY' }),
  },
  datazone: { config: project({ datazone: { domainConfigSSMParam: '/x' } }), code: 'TL601' },
  sagemaker: { config: project({ sagemaker: { domainConfigSSMParam: '/x' } }), code: 'TL601' },
  ...grantOptions,
});
