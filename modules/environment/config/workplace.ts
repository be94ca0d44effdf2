import * as z from 'zod';
import { literal, text } from '../../../core/module/fields';
import { accountId, id, permissionList, roleArn, roleNameOrArn, subnetId, teamName, vpcId } from './leaves';

/** An invited team. */
export const invitedTeam = z.strictObject({
  permissions: permissionList().optional(),
  iamRole: roleNameOrArn()
    .optional()
    .describe("The name of the team's role, or the ARN of an existing role to use instead. Immutable."),
  attachPolicies: z
    .boolean()
    .default(false)
    .describe('An existing role gets our policies; otherwise the plan says what it needs.'),
});

export type InvitedTeamConfig = z.output<typeof invitedTeam>;

/** A network: an existing VPC, by a name that others refer to. */
export const network = z.strictObject({
  vpcId: vpcId().describe('The VPC.'),
  privateSubnetIds: z.array(subnetId()).default([]).describe('Its private subnets.'),
  publicSubnetIds: z.array(subnetId()).default([]).describe('Its public subnets.'),
  team: teamName().describe('The team that owns it; it needs CREATE_NETWORK.'),
  description: text().optional().describe('What it is for.'),
});

export type NetworkConfig = z.output<typeof network>;

/** A user of SageMaker Studio, who works with the role of a team. */
export const studioUser = z.strictObject({
  id: id(),
  team: teamName().describe('The team; it needs CREATE_SGMSTUDIO_USER.'),
});

/** A notebook instance. */
export const notebook = z.strictObject({
  id: id(),
  team: teamName().describe('The team; it needs CREATE_NOTEBOOK.'),
  network: literal().optional().describe('The network it stands in.'),
  vpcId: vpcId().optional().describe('Instead of a network: the VPC.'),
  subnetId: subnetId()
    .optional()
    .describe('The subnet; without one the instance reaches the internet directly.'),
  instanceType: literal(/^ml\.[a-z0-9-]+\.[a-z0-9]+$/, 'an instance type such as ml.t3.medium')
    .default('ml.t3.medium')
    .describe('The type of the instance.'),
  volumeSizeInGB: z.number().int().min(5).max(16384).default(32).describe('The size of its volume.'),
});

export type NotebookConfig = z.output<typeof notebook>;

/** Where SageMaker Studio stands. */
export const mlStudio = z
  .strictObject({
    vpcId: vpcId().optional().describe('The VPC, with `subnetIds`. Immutable.'),
    subnetIds: z.array(subnetId()).min(1).optional().describe('Subnets of the VPC. Immutable.'),
    network: literal()
      .optional()
      .describe('Instead: a network of this environment, with its private subnets. Immutable.'),
  })
  .refine(
    ({ vpcId: vpc, subnetIds, network: named }) =>
      named === undefined
        ? vpc !== undefined && subnetIds !== undefined
        : vpc === undefined && subnetIds === undefined,
    {
      params: { code: 'TL208', help: 'Write `vpcId:` with `subnetIds:`, or `network:`.' },
      message: 'a VPC needs its subnets, and a network stands for both',
    },
  );

/** The role by which a central account looks after the environment. */
export const pivotRole = z
  .strictObject({
    create: z
      .boolean()
      .default(true)
      .describe('Make the role; false: it exists (`terralake pivot-role` writes Terraform for it).'),
    roleArn: roleArn().optional().describe('The existing role.'),
    trustedAccountId: accountId().optional().describe('The central account, which may assume the role.'),
    trustedPrincipals: z
      .array(literal(/^role\/[\w+=,.@/*?-]+$/, 'a pattern such as role/*graphql-role'))
      .default([])
      .describe('Patterns of the roles of the central account.'),
    externalId: text()
      .refine(({ literal: known }) => known === undefined || known.length >= 2, {
        params: { code: 'TL204', help: 'Write at least two characters: AWS takes no less.' },
        message: 'the external id is too short',
      })
      .optional()
      .describe('What they must say: text, or `ssm:<path>` for a parameter.'),
  })
  .refine(({ create, roleArn: arn }) => create === (arn === undefined), {
    params: { code: 'TL208', help: 'Write `create: true`, or `create: false` with `roleArn:`.' },
    message: '`roleArn` and `create: false` go together',
  })
  .refine(
    ({ trustedAccountId, externalId, trustedPrincipals }) =>
      trustedAccountId === undefined || (externalId !== undefined && trustedPrincipals.length > 0),
    {
      params: {
        code: 'TL208',
        help: 'Add `externalId:` and `trustedPrincipals:`, which limit who may assume the role.',
      },
      message: '`trustedAccountId` needs an external id and principals',
    },
  );

export type PivotRoleConfig = z.output<typeof pivotRole>;
