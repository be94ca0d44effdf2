/** What a team can be invited with, and what each is called for people (`docs/environments.md`). */
export const permissions = {
  INVITE_ENVIRONMENT_GROUP: 'Invite other teams to this environment',
  ADD_ENVIRONMENT_CONSUMPTION_ROLES: 'Add IAM consumption roles to this environment',
  CREATE_NETWORK: 'Create networks on this environment',
  CREATE_DATASET: 'Create datasets on this environment',
  CREATE_SHARE_OBJECT: 'Create dataset share requests for this environment',
  CREATE_NOTEBOOK: 'Create notebooks on this environment',
  CREATE_SGMSTUDIO_USER: 'Create SageMaker Studio users on this environment',
  CREATE_DASHBOARD: 'Create dashboards on this environment',
  CREATE_PIPELINE: 'Create pipelines on this environment',
  CREATE_OMICS_RUN: 'Create Omics workflow runs on this environment',
  RUN_ATHENA_QUERY: 'Run worksheet Athena queries on this environment',
  IMPORT_REDSHIFT_DATASET: 'Import Redshift datasets to this environment',
  CREATE_REDSHIFT_CONNECTION: 'Create Redshift connections in this environment',
} as const;

/** A permission of an invited team. The owner of an environment holds all of them. */
export type Permission = keyof typeof permissions;

/** All permissions, in the order of the documentation. */
export const allPermissions = Object.keys(permissions) as readonly Permission[];
