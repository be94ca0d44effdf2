import { glueCatalog } from '../../../modules/glue-catalog';
import { testOptions } from '../../support/options';
import { resource, resources, statement, type StackJson } from '../../support/synth';
import { inCatalog, roleArn, withPolicy } from './catalog';

const catalogStatement = (json: StackJson, sid: string) =>
  statement(resource(json, 'aws_glue_resource_policy').policy, sid);
const keyStatement = (json: StackJson, sid: string) => statement(resource(json, 'aws_kms_key').policy, sid);
const sharedWith = (json: StackJson) =>
  Object.values(resources(json, 'aws_ram_principal_association')).map((block) => block.principal);
const other = '222222222222';

testOptions(glueCatalog, {
  'accessPolicies accessPolicies.*.resources': {
    config: withPolicy({ resources: ['table/sales/orders'], readPrincipalArns: [roleArn('a')] }),
    expect: (json) =>
      expect(catalogStatement(json, 'SalesRead').Resource).toEqual(
        ['table/sales/orders', 'catalog', 'database/default'].map(inCatalog),
      ),
  },
  'accessPolicies.*.readPrincipalArns': {
    config: withPolicy({ readPrincipalArns: [roleArn('reader')] }),
    expect: (json) => {
      expect(catalogStatement(json, 'SalesRead')).toMatchObject({
        Principal: { AWS: roleArn('reader') },
        Action: ['glue:Get*', 'glue:List*'],
      });
      expect(keyStatement(json, 'Readers')).toMatchObject({
        Principal: { AWS: roleArn('reader') },
        Action: ['kms:Decrypt', 'kms:DescribeKey'],
      });
    },
  },
  'accessPolicies.*.writePrincipalArns': {
    config: withPolicy({ writePrincipalArns: [roleArn('writer')] }),
    expect: (json) => {
      const write = catalogStatement(json, 'SalesWrite');
      expect(write.Principal).toEqual({ AWS: roleArn('writer') });
      expect(write.Action).toEqual(expect.arrayContaining(['glue:CreateTable', 'glue:BatchCreatePartition']));
      expect(keyStatement(json, 'Writers').Action).toContain('kms:GenerateDataKey');
    },
  },
  consumerAccounts: {
    config: { consumerAccounts: { sales: other } },
    expect: (json) => {
      expect(catalogStatement(json, 'AccountsRead').Principal).toEqual({ AWS: `arn:aws:iam::${other}:root` });
      expect(keyStatement(json, `Account${other}`).Condition.StringEquals['kms:CallerAccount']).toBe(other);
      expect(sharedWith(json)).toEqual([other]);
    },
  },
  kmsKeyConsumerAccounts: {
    config: { kmsKeyConsumerAccounts: { sales: other } },
    expect: (json) => {
      expect(resources(json, 'aws_glue_resource_policy')).toEqual({});
      expect(keyStatement(json, `Account${other}`).Condition.StringEquals['kms:CallerAccount']).toBe(other);
      expect(sharedWith(json)).toEqual([other]);
    },
  },
  producerAccounts: {
    config: { producerAccounts: { sales: other } },
    expect: (json) =>
      expect(resource(json, 'aws_athena_data_catalog', 'catalog__sales')).toMatchObject({
        name: 'sales',
        type: 'GLUE',
        parameters: { 'catalog-id': other },
      }),
  },
  enableHybrid: {
    config: { enableHybrid: false, consumerAccounts: { sales: other } },
    expect: (json) => expect(resource(json, 'aws_glue_resource_policy').enable_hybrid).toBe('FALSE'),
  },
});
