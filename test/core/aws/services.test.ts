import { cloudtrailTable } from '../../../core/aws/cloudtrail-table';
import { inventoryTable } from '../../../core/aws/inventory-table';
import { grantAllTables, grantDatabase, grantLocation, grantTable } from '../../../core/aws/lake-formation';
import { securityGroup } from '../../../core/aws/security-group';
import { securityGroupRules } from '../../../core/aws/security-group-config';
import { notificationTopic } from '../../../core/aws/topic';
import { athenaWorkgroup } from '../../../core/aws/workgroup';
import { built } from './build';

const published = (json: Awaited<ReturnType<typeof built>>) =>
  Object.fromEntries(
    Object.values(json.aws_ssm_parameter ?? {}).map(({ name, value }) => [name as string, value as string]),
  );

test.each([false, true])('a workgroup whose settings hold; data loss: %s', async (allowDataLoss) => {
  const json = await built(
    (scope) => {
      athenaWorkgroup(scope, 'workgroup', {
        name: scope.name(),
        outputLocation: 's3://b/athena-results/',
        keyArn: 'arn:key',
        bytesScannedCutoff: 10,
      });
    },
    { allowDataLoss },
  );
  const workgroup = json.aws_athena_workgroup?.m__workgroup;
  expect(workgroup?.force_destroy).toBe(allowDataLoss ? true : undefined);
  expect(workgroup?.configuration).toEqual({
    bytes_scanned_cutoff_per_query: 10,
    enforce_workgroup_configuration: true,
    publish_cloudwatch_metrics_enabled: true,
    result_configuration: {
      encryption_configuration: { encryption_option: 'SSE_KMS', kms_key_arn: 'arn:key' },
      expected_bucket_owner: '111111111111',
      output_location: 's3://b/athena-results/',
    },
  });
  expect(published(json)).toEqual({
    '/org/lake/m/workgroup/name': '${aws_athena_workgroup.m__workgroup.name}',
  });
});

test('a topic refuses plain HTTP and takes events', async () => {
  const json = await built((scope) => {
    notificationTopic(scope, 'topic', { name: 'org-topic', keyArn: 'arn:key', publishAt: 'topic/t' });
  });
  expect(json.aws_sns_topic?.m__topic?.kms_master_key_id).toBe('arn:key');
  const { Statement } = JSON.parse(json.aws_sns_topic_policy?.m__topic?.policy as string) as {
    Statement: Record<string, any>[];
  };
  expect(Statement.map(({ Sid, Effect, Action }) => [Sid, Effect, [Action].flat().length])).toEqual([
    ['EnforceSSL', 'Deny', 9],
    ['PublishEvents', 'Allow', 1],
  ]);
  expect(published(json)['/org/lake/m/topic/t/arn']).toBe('${aws_sns_topic_policy.m__topic.arn}');
});

const rules = (value: unknown) => securityGroupRules().parse(value);
const group = (options: { ingress?: unknown; egress?: unknown; selfReference: boolean }) =>
  built((scope) => {
    securityGroup(scope, ['sg', 'main'], {
      name: 'g',
      description: 'd',
      vpcId: 'vpc-1',
      ingress: options.ingress === undefined ? undefined : rules(options.ingress),
      egress: options.egress === undefined ? undefined : rules(options.egress),
      selfReference: options.selfReference,
      publishAt: 'security-group/main',
    });
  });

test('without rules members reach each other, and everything outside', async () => {
  const json = await group({ selfReference: true, egress: {} });
  expect(json.aws_vpc_security_group_ingress_rule).toMatchObject({
    m__sg__main__self: {
      ip_protocol: '-1',
      referenced_security_group_id: '${aws_security_group.m__sg__main.id}',
    },
  });
  expect(json.aws_vpc_security_group_egress_rule).toMatchObject({
    m__sg__main__anywhere: { ip_protocol: '-1', cidr_ipv4: '0.0.0.0/0' },
  });
});

test('rules have addresses that say what they allow', async () => {
  const json = await group({
    selfReference: true,
    ingress: { sg: [{ sgId: 'sg-1', protocol: 'all' }] },
    egress: {
      ipv4: [{ cidr: '10.0.0.0/8', protocol: 'tcp', port: 443, description: 'web' }],
      prefixList: [{ prefixList: 'pl-1', protocol: 'udp', port: 53, toPort: 54 }],
    },
  });
  expect(Object.keys(json.aws_vpc_security_group_ingress_rule ?? {})).toEqual([
    'm__sg__main__self',
    'm__sg__main__sg-1__all',
  ]);
  expect(json.aws_vpc_security_group_egress_rule).toMatchObject({
    m__sg__main__10_2e_0_2e_0_2e_0_2f_8__tcp__443__443: {
      cidr_ipv4: '10.0.0.0/8',
      description: 'web',
      from_port: 443,
      to_port: 443,
    },
    'm__sg__main__pl-1__udp__53__54': { prefix_list_id: 'pl-1', from_port: 53, to_port: 54 },
    m__sg__main__self: { ip_protocol: '-1' },
  });
  expect(Object.keys(json.aws_vpc_security_group_egress_rule ?? {})).toHaveLength(3);
});

test('grants, one resource per principal and thing, never ALL', async () => {
  const principal = 'arn:aws:iam::111111111111:role/r';
  const json = await built((scope) => {
    const database = 'db';
    grantDatabase(scope, ['db', 'r'], { principal, database, level: 'write' });
    grantAllTables(scope, ['db', 'r'], { principal, database, level: 'super' });
    grantTable(scope, ['db', 'r'], { principal, database, table: 'T', level: 'read' });
    grantLocation(scope, ['db', 'r'], { principal, arn: 'arn:aws:s3:::b/data' });
  });
  expect(json.aws_lakeformation_permissions).toEqual({
    m__db__r__database: expect.objectContaining({
      principal,
      permissions: ['DESCRIBE', 'CREATE_TABLE', 'ALTER'],
      database: { name: 'db' },
    }) as object,
    m__db__r__tables: expect.objectContaining({
      permissions: ['SELECT', 'DESCRIBE', 'INSERT', 'DELETE', 'ALTER', 'DROP'],
      table: { database_name: 'db', wildcard: true },
    }) as object,
    m__db__r__table__T: expect.objectContaining({
      permissions: ['SELECT', 'DESCRIBE'],
      table_with_columns: { database_name: 'db', name: 'T', wildcard: true },
    }) as object,
    m__db__r__location: expect.objectContaining({
      permissions: ['DATA_LOCATION_ACCESS'],
      data_location: { arn: 'arn:aws:s3:::b/data' },
    }) as object,
  });
});

test('tables compute their partitions; the variables in their locations pass Terraform', async () => {
  const json = await built((scope) => {
    inventoryTable(scope, 'inventory', {
      database: 'util',
      name: 'my-raw',
      location: 's3://b/inventory/',
      inventories: ['b/i1', 'b/i2'],
    });
    cloudtrailTable(scope, 'cloudtrail', {
      database: 'audit',
      bucket: 'b',
      accounts: ['1', '2'],
      regions: ['eu-west-1'],
    });
  });
  expect(json.aws_glue_catalog_table?.m__inventory).toMatchObject({
    name: 'my_raw_inv',
    parameters: {
      'projection.bucket_inventory.values': 'b/i1,b/i2',
      'projection.dt.interval.unit': 'HOURS',
      'storage.location.template': 's3://b/inventory/$${bucket_inventory}/hive/dt=$${dt}',
    },
  });
  expect(json.aws_glue_catalog_table?.m__inventory?.storage_descriptor.columns).toHaveLength(13);
  expect(json.aws_glue_catalog_table?.m__cloudtrail?.parameters['storage.location.template']).toBe(
    's3://b/AWSLogs/$${account}/CloudTrail/$${region}/$${timestamp}',
  );
});
