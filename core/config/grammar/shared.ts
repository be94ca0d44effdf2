import * as z from 'zod';
import { accountId, anything, flag, tagMap, wordList, words, filled } from './leaves';

/** Keys that root, domain, environment and module have in common. */
export const everywhere = {
  context: anything()
    .optional()
    .describe(
      'Values for `{{context:key}}`: text, numbers, booleans, lists or maps. A key replaces that of the level above.',
    ),
  tag_configs: wordList()
    .optional()
    .describe('YAML files, each with a `tags:` map; those of the levels above come first.'),
  tag_config_data: tagMap().optional().describe('Tags; a key replaces that of the level above.'),
  permissions_boundary_arn: words()
    .optional()
    .describe('ARN of the policy that bounds every role; replaces that of the level above.'),
  deletion_protection: flag()
    .optional()
    .describe('`false` lifts the protection of what holds data. Default: true.'),
  mdaa_version: words().optional().describe("The version of MDAA's packages; without effect."),
  custom_aspects: z.array(z.unknown()).optional().describe('CDK aspects; not supported.'),
};

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
const backendSchema = z
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
const overrideSchema = z
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

/** Keys that root, domain and environment have in common. */
export const target = {
  account: accountId()
    .optional()
    .describe('The account to deploy to: twelve digits in quotes, or `default` for whichever one runs.'),
  region: words().optional().describe('The region to deploy to, or `default` for whichever one runs.'),
  terraform: z
    .strictObject({ backend: backendSchema.optional(), override: overrideSchema.optional() })
    .optional()
    .describe('Where Terraform keeps state; replaces that of the level above.'),
  deploy_role_arn: words()
    .optional()
    .describe(
      'The deploying identity, a role of the account: exempt from default-deny policies, Lake Formation administrator. With `{{account}}` it also says who works in other accounts.',
    ),
  deployRoleArn: words().optional().describe('The same as `deploy_role_arn`.'),
  plan_role_arn: words().optional().describe('The role that plans: reads what Terraform writes, never data.'),
  planRoleArn: words().optional().describe('The same as `plan_role_arn`.'),
  assume_deploy_role: flag()
    .optional()
    .describe('Whoever runs Terraform assumes the deploy role first. Default: false.'),
  assumeDeployRole: flag().optional().describe('The same as `assume_deploy_role`.'),
  deploy_role_external_id: words()
    .optional()
    .describe('The external id that the trust of the deploy role asks for.'),
  deployRoleExternalId: words().optional().describe('The same as `deploy_role_external_id`.'),
};

/** A custom naming below the root. */
export const naming = z.strictObject({
  naming_module: words().describe('Compiled JavaScript, relative to the root file, or an npm package.'),
  naming_class: words().describe('The name of the exported class.'),
  naming_props: anything().optional().describe('Handed to the class as `props`.'),
});
