import * as z from 'zod';
import { filled, flag, words } from './leaves';

const s3 = z.strictObject({
  bucket: filled().describe('The bucket for state.'),
  region: words().optional().describe('The region of the bucket.'),
  kmsKeyId: words().optional().describe('The key that encrypts state.'),
  lock: z
    .enum(['s3', 'dynamodb'])
    .optional()
    .describe('How state is locked: a lock file in the bucket (the default), or a DynamoDB table.'),
  dynamodbTable: words().optional().describe('The lock table, for `lock: dynamodb`.'),
  assumeRoleArn: words().optional().describe('The role that reads and writes state.'),
});

const local = z.strictObject({
  path: words().optional().describe('A folder for state, relative to the root file. Default: `state`.'),
});

const cloud = z.strictObject({
  organization: filled().describe('The organization in HCP Terraform.'),
  project: words().optional().describe('The project of new workspaces.'),
  hostname: words().optional().describe('The host of Terraform Enterprise.'),
});

/** `terraform.backend`: exactly one of three. */
export const backendSchema = z
  .strictObject({
    local: local.nullable().optional().describe('State in files, the default.'),
    s3: s3.optional().describe('State in a bucket.'),
    cloud: cloud.optional().describe('State in HCP Terraform or Terraform Enterprise.'),
  })
  .describe('Where Terraform keeps state: one of local, s3, cloud.');

const mdaaS3 = z.strictObject({
  bucket: filled().describe('The bucket for state.'),
  region: words().optional().describe('The region of the bucket.'),
  dynamodb_table: words().optional().describe('The lock table.'),
  kms_key_id: words().optional().describe('The key that encrypts state.'),
  role_arn: words().optional().describe('The role that reads and writes state.'),
  use_lockfile: flag().optional().describe('Lock with a file in the bucket.'),
  encrypt: flag().optional().describe('State is always encrypted.'),
  key: words().optional().describe('Not used: Terralake gives every stack a state of its own.'),
});

/** MDAA's `terraform.override`. */
export const overrideSchema = z
  .strictObject({
    terraform: z
      .strictObject({
        backend: z
          .strictObject({ s3: mdaaS3.optional().describe('State in a bucket.') })
          .optional()
          .describe('The backend.'),
      })
      .optional()
      .describe("Terraform's `terraform` block."),
  })
  .describe("MDAA's way to name the state bucket.");
