import type { OptionCase } from '../../support/options';
import { resource, resources, type StackJson } from '../../support/synth';
import { prefix, project } from './project';

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

const egress = (json: StackJson) => Object.values(resources(json, 'aws_vpc_security_group_egress_rule'));
const madeConnection = (json: StackJson) => resource(json, 'aws_glue_connection');

/** Cases for the options of security groups, connections and classifiers. */
export const glueOptions: Readonly<Record<string, OptionCase>> = {
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
};
