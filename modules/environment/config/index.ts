import * as z from 'zod';
import { literal, text } from '../../../core/module/fields';
import { consumptionRole, dataset, share } from './datasets';
import { id, named, policyArn, roleNameOrArn, teamName } from './leaves';
import { invitedTeam, mlStudio, network, notebook, pivotRole, studioUser } from './workplace';

const feature = (on: boolean, description: string) => z.boolean().default(on).describe(description);

const features = z.strictObject({
  notebooks: feature(true, 'SageMaker notebook instances.'),
  mlStudio: feature(true, 'A SageMaker Studio domain.'),
  dashboards: feature(false, 'QuickSight, which needs an Enterprise subscription of the account.'),
  pipelines: feature(false, 'CodePipeline, CodeBuild, Lambda and Step Functions for teams.'),
  omics: feature(false, 'HealthOmics workflows.'),
  subscriptions: feature(false, 'Topics and a queue for messages about data.'),
  awsAccess: feature(
    true,
    'People may assume the role of their team: `terralake credentials`, `terralake console`.',
  ),
});

const keyValueTag = z.strictObject({
  key: literal(/^(?!aws:)[\p{L}\p{N} _.:/=+@-]{1,128}$/iu, 'a tag key').describe('The key.'),
  value: literal(/^[\p{L}\p{N} _.:/=+@-]{0,256}$/u, 'a tag value').describe('The value.'),
  cascade: z.boolean().default(false).describe('Also on datasets, notebooks and Studio.'),
});

/** Configuration of the module `environment`. */
export const environmentConfig = z.strictObject({
  id: id(),
  name: literal(/^.{1,255}$/, 'a label of at most 255 characters').describe(
    'The label for people; renames nothing.',
  ),
  description: literal(/^[^]{0,5000}$/, 'at most 5000 characters')
    .optional()
    .describe('What it is for.'),
  team: teamName().describe('The team that owns the environment. Immutable.'),
  resourcePrefix: literal(
    /^(?!-)[a-z-]{1,20}(?<!-)$/,
    'lower-case letters with dashes between them, at most 20',
  ).describe('What the names of all resources begin with.'),
  iamRole: roleNameOrArn()
    .optional()
    .describe("The name of the owner's role, or the ARN of an existing one. Immutable."),
  attachPolicies: z
    .boolean()
    .default(false)
    .describe("An existing role of the owner's gets our policies; otherwise the plan says what it needs."),
  tags: z.array(literal()).describe('Tags of the catalogue, by which data is found; not tags of AWS.'),
  keyValueTags: z.array(keyValueTag).default([]).describe('Tags of AWS on everything made here.'),
  features: features.prefault({}).describe('What the environment can be used for.'),
  permissionsBoundaryArn: policyArn().optional().describe('Bounds every role made here.'),
  mlStudio: mlStudio
    .optional()
    .describe('Where Studio stands; left out: the default VPC, or a new one if there is none. Decided once.'),
  pivotRole: pivotRole
    .prefault({})
    .describe('The role by which a central account looks after the environment.'),
  networks: named(network)
    .default({})
    .describe('Existing VPCs, by names that notebooks and Studio refer to.'),
  teams: z
    .record(z.string(), invitedTeam)
    .default({})
    .describe('Invited teams, by their exact names; the owner is not listed.'),
  consumptionRoles: named(consumptionRole).default({}).describe('Existing roles that consume data.'),
  studioUsers: named(studioUser).default({}).describe('Users of SageMaker Studio.'),
  notebooks: named(notebook).default({}).describe('Notebook instances.'),
  datasets: named(dataset).default({}).describe('Datasets that teams of the environment own.'),
  shares: named(share)
    .default({})
    .describe('What teams and roles of the environment want to have of datasets.'),
  subscriptions: z
    .strictObject({
      producersTopicName: literal(/^[\w-]{1,256}$/, 'the name of a topic')
        .optional()
        .describe('An existing topic of producers; left out: one is made.'),
    })
    .prefault({})
    .describe('About the feature `subscriptions`.'),
  droppedAdministrators: z
    .array(text())
    .default([])
    .describe('ARNs of Lake Formation administrators that exist in the account and are to be removed.'),
});

export type EnvironmentConfig = z.output<typeof environmentConfig>;
