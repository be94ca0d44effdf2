import { dataopsProject } from '../../../modules/dataops-project';
import { testOptions } from '../../support/options';
import { resource, resources, statement, type StackJson } from '../../support/synth';
import { grantOptions } from './grant-options';
import { prefix, project, role, withDatabase } from './project';

const vpc = (rules?: Record<string, unknown>) =>
  project({
    securityGroupConfigs: { jdbc: { vpcId: 'vpc-1', ...(rules && { securityGroupEgressRules: rules }) } },
  });
const connection = (added: Record<string, unknown>) =>
  project({ connections: { db: { connectionType: 'JDBC', ...added } } });
const classifier = (classifierType: string, block: Record<string, unknown>) =>
  project({
    classifiers: { c: { classifierType, configuration: { [`${classifierType}Classifier`]: block } } },
  });
const crawler = (added: Record<string, unknown> = {}) =>
  withDatabase({ crawler: { role: role('etl'), ...added } });

const bucketStatement = (json: StackJson, sid: string) =>
  statement(resource(json, 'aws_s3_bucket_policy').policy, sid);
const users = (json: StackJson, sid: string) =>
  statement(resource(json, 'aws_kms_key').policy, sid).Condition.StringLike['aws:userId'];
const egress = (json: StackJson) => Object.values(resources(json, 'aws_vpc_security_group_egress_rule'));
const madeCrawler = (json: StackJson) => resource(json, 'aws_glue_crawler');
const madeConnection = (json: StackJson) => resource(json, 'aws_glue_connection');
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
  'securityGroupConfigs securityGroupConfigs.*.vpcId': {
    config: vpc(),
    expect: (json) => {
      expect(resource(json, 'aws_security_group')).toMatchObject({ name: `${prefix}-jdbc`, vpc_id: 'vpc-1' });
      expect(resource(json, 'aws_vpc_security_group_ingress_rule')).toMatchObject({
        ip_protocol: '-1',
        referenced_security_group_id: '${aws_security_group.test-module__security-group__jdbc.id}',
      });
      expect(egress(json)).toMatchObject([{ cidr_ipv4: '0.0.0.0/0', ip_protocol: '-1' }]);
    },
  },
  [[
    'securityGroupConfigs.*.securityGroupEgressRules',
    ...['', '[].cidr', '[].protocol', '[].port', '[].toPort', '[].description', '[].suppressions'].map(
      (part) => `securityGroupConfigs.*.securityGroupEgressRules.ipv4${part}`,
    ),
  ].join(' ')]: {
    config: vpc({
      ipv4: [
        {
          cidr: '10.0.0.0/16',
          protocol: 'TCP',
          port: 5432,
          toPort: 5433,
          description: 'Postgres',
          suppressions: [{ id: 'X', reason: 'no effect' }],
        },
      ],
    }),
    expect: (json) => {
      expect(egress(json)).toHaveLength(2);
      expect(egress(json)).toContainEqual(
        expect.objectContaining({
          cidr_ipv4: '10.0.0.0/16',
          ip_protocol: 'tcp',
          from_port: 5432,
          to_port: 5433,
          description: 'Postgres',
        }),
      );
    },
  },
  [['', '[].sgId', '[].protocol', '[].port', '[].toPort', '[].description', '[].suppressions']
    .map((part) => `securityGroupConfigs.*.securityGroupEgressRules.sg${part}`)
    .join(' ')]: {
    config: vpc({
      sg: [{ sgId: 'sg-9', protocol: 'udp', port: 53, toPort: 54, description: 'Names', suppressions: [] }],
    }),
    expect: (json) =>
      expect(egress(json)).toContainEqual(
        expect.objectContaining({
          referenced_security_group_id: 'sg-9',
          ip_protocol: 'udp',
          from_port: 53,
          to_port: 54,
          description: 'Names',
        }),
      ),
  },
  [['', '[].prefixList', '[].protocol', '[].port', '[].toPort', '[].description', '[].suppressions']
    .map((part) => `securityGroupConfigs.*.securityGroupEgressRules.prefixList${part}`)
    .join(' ')]: {
    config: vpc({
      prefixList: [
        { prefixList: 'pl-1', protocol: 'tcp', port: 443, toPort: 444, description: 'S3', suppressions: [] },
      ],
    }),
    expect: (json) =>
      expect(egress(json)).toContainEqual(
        expect.objectContaining({
          prefix_list_id: 'pl-1',
          ip_protocol: 'tcp',
          from_port: 443,
          to_port: 444,
          description: 'S3',
        }),
      ),
  },
  'connections connections.*.connectionType': {
    config: project({ connections: { bus: { connectionType: 'KAFKA' } } }),
    expect: (json) =>
      expect(madeConnection(json)).toMatchObject({ name: `${prefix}-bus`, connection_type: 'KAFKA' }),
  },
  'connections.*.connectionProperties': {
    config: connection({
      connectionProperties: { JDBC_CONNECTION_URL: 'jdbc:x', JDBC_ENFORCE_SSL: true, PORT: 5432 },
    }),
    expect: (json) =>
      expect(madeConnection(json).connection_properties).toEqual({
        JDBC_CONNECTION_URL: 'jdbc:x',
        JDBC_ENFORCE_SSL: 'true',
        PORT: '5432',
      }),
  },
  'connections.*.description': {
    config: connection({ description: 'The warehouse' }),
    expect: (json) => expect(madeConnection(json).description).toBe('The warehouse'),
  },
  'connections.*.matchCriteria': {
    config: connection({ matchCriteria: ['one'] }),
    expect: (json) => expect(madeConnection(json).match_criteria).toEqual(['one']),
  },
  [[
    'connections.*.physicalConnectionRequirements',
    ...['availabilityZone', 'subnetId', 'securityGroupIdList', 'projectSecurityGroupNames'].map(
      (part) => `connections.*.physicalConnectionRequirements.${part}`,
    ),
  ].join(' ')]: {
    config: {
      ...vpc(),
      ...connection({
        physicalConnectionRequirements: {
          availabilityZone: 'eu-west-1a',
          subnetId: 'subnet-1',
          securityGroupIdList: ['sg-9'],
          projectSecurityGroupNames: ['jdbc'],
        },
      }),
      securityGroupConfigs: { jdbc: { vpcId: 'vpc-1' } },
    },
    expect: (json) =>
      expect(madeConnection(json).physical_connection_requirements).toEqual({
        availability_zone: 'eu-west-1a',
        subnet_id: 'subnet-1',
        security_group_id_list: ['sg-9', '${aws_security_group.test-module__security-group__jdbc.id}'],
      }),
  },
  [[
    'classifiers classifiers.*.classifierType classifiers.*.configuration',
    ...[
      '',
      '.allowSingleColumn',
      '.containsHeader',
      '.delimiter',
      '.disableValueTrimming',
      '.header',
      '.quoteSymbol',
    ].map((part) => `classifiers.*.configuration.csvClassifier${part}`),
  ].join(' ')]: {
    config: classifier('csv', {
      allowSingleColumn: true,
      containsHeader: 'PRESENT',
      delimiter: '|',
      disableValueTrimming: true,
      header: ['a', 'b'],
      quoteSymbol: "'",
    }),
    expect: (json) =>
      expect(resource(json, 'aws_glue_classifier')).toMatchObject({
        name: `${prefix}-c`,
        csv_classifier: {
          allow_single_column: true,
          contains_header: 'PRESENT',
          delimiter: '|',
          disable_value_trimming: true,
          header: ['a', 'b'],
          quote_symbol: "'",
        },
      }),
  },
  [['', '.classification', '.grokPattern', '.customPatterns']
    .map((part) => `classifiers.*.configuration.grokClassifier${part}`)
    .join(' ')]: {
    config: classifier('grok', { classification: 'log', grokPattern: '%{WORD:w}', customPatterns: 'X y' }),
    expect: (json) =>
      expect(resource(json, 'aws_glue_classifier').grok_classifier).toEqual({
        classification: 'log',
        grok_pattern: '%%{WORD:w}',
        custom_patterns: 'X y',
      }),
  },
  'classifiers.*.configuration.jsonClassifier classifiers.*.configuration.jsonClassifier.jsonPath': {
    config: classifier('json', { jsonPath: '$.a' }),
    expect: (json) =>
      expect(resource(json, 'aws_glue_classifier').json_classifier).toEqual({ json_path: '$.a' }),
  },
  [['', '.classification', '.rowTag']
    .map((part) => `classifiers.*.configuration.xmlClassifier${part}`)
    .join(' ')]: {
    config: classifier('xml', { classification: 'xml', rowTag: 'row' }),
    expect: (json) =>
      expect(resource(json, 'aws_glue_classifier').xml_classifier).toEqual({
        classification: 'xml',
        row_tag: 'row',
      }),
  },
  'classifiers.*.configuration.csvClassifier.name': {
    config: classifier('csv', { delimiter: ',', name: 'mine' }),
    code: 'TL602',
  },
  'classifiers.*.configuration.grokClassifier.name': {
    config: classifier('grok', { classification: 'log', grokPattern: 'x', name: 'mine' }),
    code: 'TL602',
  },
  'classifiers.*.configuration.jsonClassifier.name': {
    config: classifier('json', { jsonPath: '$.a', name: 'mine' }),
    code: 'TL602',
  },
  'classifiers.*.configuration.xmlClassifier.name': {
    config: classifier('xml', { classification: 'xml', rowTag: 'row', name: 'mine' }),
    code: 'TL602',
  },
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
