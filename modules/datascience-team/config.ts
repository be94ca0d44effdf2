import * as z from 'zod';
import { inventories } from '../../core/aws/inventory-config';
import { studioDomainConfig } from '../../core/aws/studio/config';
import { literal, roleReference } from '../../core/module/fields';

const mlflow = z.strictObject({
  enabled: z.boolean().describe('Make a tracking server.'),
  serverName: literal().optional().describe('The name of the server. Default: `<prefix>-mlflow-tracking`.'),
  serverVersion: literal(/^\d+(\.\d+)*$/, 'a version such as "2.13.2"')
    .optional()
    .describe('The version of MLflow that the server is made with. Default: the latest.'),
  serverSize: z.enum(['Small', 'Medium', 'Large']).default('Small').describe('The size of the server.'),
  automaticModelRegistration: z
    .boolean()
    .default(false)
    .describe('Models registered in MLflow are registered in SageMaker as well.'),
  artifactStorePrefix: literal(/^[A-Za-z0-9!_.'()/-]*$/, 'a prefix such as mlflow-artifacts/')
    .default('mlflow-artifacts/')
    .describe('Where artifacts are kept in the bucket of the team.'),
});

const jupyterLab = z.strictObject({
  enabled: z.boolean().describe('Make a JupyterLab space for each user profile.'),
  defaultInstanceType: literal(/^ml\.[a-z0-9.-]+$/, 'an instance type such as ml.t3.medium')
    .optional()
    .describe('The instance type of the spaces, such as `ml.t3.medium`.'),
  defaultSharingType: z
    .enum(['Private', 'Shared'])
    .default('Private')
    .describe('Whether others of the domain may work in a space.'),
});

const team = z.strictObject({
  dataAdminRoles: z
    .array(roleReference())
    .describe('Roles that own everything in the bucket of the team, and use its key.'),
  teamUserRoles: z
    .array(roleReference())
    .default([])
    .describe(
      'Roles of the people of the team: access like the execution role; immutable ones get no policies.',
    ),
  teamExecutionRole: roleReference().describe(
    'The role that apps and jobs run as; sagemaker.amazonaws.com must be trusted with sts:AssumeRole and sts:SetSourceIdentity.',
  ),
  inventories: inventories(),
  studioDomainConfig: studioDomainConfig({ notebookSharingPrefix: 'sagemaker/sharing/' })
    .optional()
    .describe('A SageMaker Studio domain for the team. Default: none.'),
  verbatimPolicyNamePrefix: literal(/^[\w+=,.@-]+$/, 'a part of a policy name')
    .optional()
    .describe(
      'Policies are named with this instead of the prefix of organization, environment, domain and module.',
    ),
  mlflow: mlflow.optional().describe('An MLflow tracking server.'),
  jupyterLab: jupyterLab.optional().describe('JupyterLab spaces of the user profiles.'),
});

/** Configuration of the module `datascience-team`. */
export const datascienceTeamConfig = z.strictObject({ team: team.describe('The team.') });

export type DatascienceTeamConfig = z.output<typeof datascienceTeamConfig>;
export type TeamConfig = z.output<typeof team>;
export type MlflowConfig = z.output<typeof mlflow>;
