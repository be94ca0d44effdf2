import { audit } from '../../../modules/audit';
import { testOptions } from '../../support/options';
import { resource, resources, statement, type StackJson } from '../../support/synth';

const bucketPolicy = (json: StackJson) => resource(json, 'aws_s3_bucket_policy').policy as string;
const table = (json: StackJson, name: string) => resource(json, 'aws_glue_catalog_table', name);

testOptions(audit, {
  readRoles: {
    config: { readRoles: [{ id: 'AROAREADER' }] },
    expect: (json) =>
      expect(statement(bucketPolicy(json), 'Read').Condition).toEqual({
        StringLike: { 'aws:userId': 'AROAREADER:*' },
      }),
  },
  sourceAccounts: {
    config: { sourceAccounts: ['222222222222'] },
    expect: (json) => {
      expect(statement(bucketPolicy(json), 'AWSCloudTrailWrite2').Resource).toMatch(
        /\/AWSLogs\/222222222222\/\*$/,
      );
      expect(table(json, 'cloudtrail').parameters).toMatchObject({
        'projection.account.values': '111111111111,222222222222',
      });
    },
  },
  sourceRegions: {
    config: { sourceRegions: ['us-east-1', 'eu-west-1'] },
    expect: (json) =>
      expect(table(json, 'cloudtrail').parameters).toMatchObject({
        'projection.region.values': 'eu-west-1,us-east-1',
      }),
  },
  inventoryPrefix: {
    config: {
      inventoryPrefix: '/lists/s3/',
      inventories: [{ bucketName: 'lake-raw', inventoryName: 'daily' }],
    },
    expect: (json) => {
      expect(statement(bucketPolicy(json), 'AllowS3Inventory').Resource).toMatch(/[^/]\/lists\/s3\/\*$/);
      expect(table(json, 'inventory').storage_descriptor.location).toMatch(/\}\/lists\/s3\/$/);
    },
  },
  'inventories inventories[].bucketName inventories[].inventoryName': {
    config: {
      inventories: [
        { bucketName: 'lake-raw', inventoryName: 'daily' },
        { bucketName: 'lake-transformed', inventoryName: 'all' },
      ],
    },
    expect: (json) => {
      expect(Object.keys(resources(json, 'aws_glue_catalog_table'))).toHaveLength(2);
      expect(table(json, 'inventory')).toMatchObject({
        name: 'audit_inv',
        parameters: { 'projection.bucket_inventory.values': 'lake-raw/daily,lake-transformed/all' },
      });
    },
  },
});
