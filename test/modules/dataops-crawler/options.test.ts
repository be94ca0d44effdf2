import { dataopsCrawler } from '../../../modules/dataops-crawler';
import { testOptions } from '../../support/options';
import { resource, type StackJson } from '../../support/synth';
import { crawlers, prefix, project } from './crawlers';

const s3 = (target: Record<string, unknown>) =>
  crawlers({ targets: { s3Targets: [{ path: 's3://lake/data', ...target }] } });
const made = (json: StackJson) => resource(json, 'aws_glue_crawler');
const parts = (base: string, ...options: readonly string[]) =>
  [base, ...options.map((option) => `${base}[].${option}`)].join(' ');

testOptions(dataopsCrawler, {
  projectName: {
    config: { projectName: 'etl', crawlers: crawlers().crawlers },
    setting: project,
    expect: (json) => {
      expect(made(json).security_configuration).toBe(
        '${aws_glue_security_configuration.etl__security-configuration.name}',
      );
      expect(resource(json, 'aws_cloudwatch_event_target').arn).toBe(
        '${aws_sns_topic_policy.etl__dataops-sns-topic.arn}',
      );
    },
  },
  securityConfigurationName: {
    config: crawlers({}, { securityConfigurationName: 'mine' }),
    expect: (json) => expect(made(json).security_configuration).toBe('mine'),
  },
  notificationTopicArn: {
    config: crawlers({}, { notificationTopicArn: 'arn:topic' }),
    expect: (json) => expect(resource(json, 'aws_cloudwatch_event_target').arn).toBe('arn:topic'),
  },
  bucketName: { config: crawlers({}, { bucketName: 'mine' }), code: 'TL602' },
  kmsArn: { config: crawlers({}, { kmsArn: 'arn:key' }), code: 'TL602' },
  deploymentRoleArn: { config: crawlers({}, { deploymentRoleArn: 'arn:role' }), code: 'TL602' },
  'crawlers crawlers.*.executionRoleArn crawlers.*.databaseName crawlers.*.description': {
    config: crawlers({ executionRoleArn: 'arn:role', databaseName: 'sales', description: 'Finds sales' }),
    expect: (json) =>
      expect(made(json)).toMatchObject({
        name: `${prefix}-sales`,
        role: 'arn:role',
        database_name: 'sales',
        description: 'Finds sales',
      }),
  },
  [`crawlers.*.targets ${parts(
    'crawlers.*.targets.s3Targets',
    'path',
    'exclusions',
    'sampleSize',
    'connectionName',
    'eventQueueArn',
    'dlqEventQueueArn',
  )}`]: {
    config: s3({
      exclusions: ['**.tmp'],
      sampleSize: 5,
      connectionName: 'net',
      eventQueueArn: 'arn:queue',
      dlqEventQueueArn: 'arn:dlq',
    }),
    expect: (json) =>
      expect(made(json).s3_target).toEqual([
        {
          path: 's3://lake/data',
          exclusions: ['**.tmp'],
          sample_size: 5,
          connection_name: 'net',
          event_queue_arn: 'arn:queue',
          dlq_event_queue_arn: 'arn:dlq',
        },
      ]),
  },
  [parts(
    'crawlers.*.targets.jdbcTargets',
    'connectionName',
    'path',
    'exclusions',
    'enableAdditionalMetadata',
  )]: {
    config: crawlers({
      targets: {
        jdbcTargets: [
          {
            connectionName: 'db',
            path: 'shop/%',
            exclusions: ['shop/tmp'],
            enableAdditionalMetadata: ['COMMENTS'],
          },
        ],
      },
    }),
    expect: (json) =>
      expect(made(json).jdbc_target).toEqual([
        {
          connection_name: 'db',
          path: 'shop/%',
          exclusions: ['shop/tmp'],
          enable_additional_metadata: ['COMMENTS'],
        },
      ]),
  },
  [parts('crawlers.*.targets.dynamoDbTargets', 'path', 'scanAll', 'scanRate')]: {
    config: crawlers({ targets: { dynamoDbTargets: [{ path: 'orders', scanAll: false, scanRate: 0.5 }] } }),
    expect: (json) =>
      expect(made(json).dynamodb_target).toEqual([{ path: 'orders', scan_all: false, scan_rate: 0.5 }]),
  },
  [parts(
    'crawlers.*.targets.catalogTargets',
    'databaseName',
    'tables',
    'connectionName',
    'eventQueueArn',
    'dlqEventQueueArn',
  )]: {
    config: crawlers({
      targets: {
        catalogTargets: [
          {
            databaseName: 'sales',
            tables: ['orders'],
            connectionName: 'net',
            eventQueueArn: 'arn:queue',
            dlqEventQueueArn: 'arn:dlq',
          },
        ],
      },
    }),
    expect: (json) =>
      expect(made(json).catalog_target).toEqual([
        {
          database_name: 'sales',
          tables: ['orders'],
          connection_name: 'net',
          event_queue_arn: 'arn:queue',
          dlq_event_queue_arn: 'arn:dlq',
        },
      ]),
  },
  'crawlers.*.extraConfiguration': {
    config: crawlers({
      extraConfiguration: { Version: 1, CrawlerOutput: { Tables: { TableThreshold: 5 } } },
    }),
    expect: (json) =>
      expect(JSON.parse(made(json).configuration)).toEqual({
        Version: 1,
        CrawlerOutput: { Tables: { TableThreshold: 5 } },
      }),
  },
  'crawlers.*.schedule crawlers.*.schedule.scheduleExpression': {
    config: crawlers({ schedule: { scheduleExpression: 'cron(0 1 * * ? *)' } }),
    expect: (json) => expect(made(json).schedule).toBe('cron(0 1 * * ? *)'),
  },
  [['', '.updateBehavior', '.deleteBehavior']
    .map((part) => `crawlers.*.schemaChangePolicy${part}`)
    .join(' ')]: {
    config: crawlers({ schemaChangePolicy: { updateBehavior: 'LOG', deleteBehavior: 'LOG' } }),
    expect: (json) =>
      expect(made(json).schema_change_policy).toEqual({ update_behavior: 'LOG', delete_behavior: 'LOG' }),
  },
  'crawlers.*.tablePrefix': {
    config: crawlers({ tablePrefix: 'raw_' }),
    expect: (json) => expect(made(json).table_prefix).toBe('raw_'),
  },
  'crawlers.*.classifiers': {
    config: crawlers({ classifiers: ['one', 'two'] }),
    expect: (json) => expect(made(json).classifiers).toEqual(['one', 'two']),
  },
  'crawlers.*.recrawlBehavior': {
    config: crawlers({ recrawlBehavior: 'CRAWL_EVENT_MODE' }),
    expect: (json) => expect(made(json).recrawl_policy).toEqual({ recrawl_behavior: 'CRAWL_EVENT_MODE' }),
  },
});
