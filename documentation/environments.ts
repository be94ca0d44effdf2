import { optionPaths } from '../core/module/option-paths';
import { environmentConfig } from '../modules/environment/config';
import { featureOf } from '../modules/environment/features';
import { allPermissions, permissions, type Permission } from '../modules/environment/permissions';
import type { Requirement } from '../test/requirements/requirement';
import { markdownTable } from './markdown';

/** The features of an environment, as the schema has them. */
export function featuresTable(): string {
  const rows = optionPaths(environmentConfig)
    .filter(({ path }) => path.startsWith('features.'))
    .map(({ path, default: on, description }) => [
      `\`${path.slice('features.'.length)}\``,
      on === 'true' ? 'on' : 'off',
      description,
    ]);
  return markdownTable(['feature', 'default', 'what for'], rows);
}

/** What each permission adds: in the repository, and to the role of the team. */
const gives: Readonly<Record<Permission, string>> = {
  INVITE_ENVIRONMENT_GROUP: 'nothing today: teams are invited in the file of the owner',
  ADD_ENVIRONMENT_CONSUMPTION_ROLES: 'may own `consumptionRoles`',
  CREATE_NETWORK: 'may own `networks`',
  CREATE_DATASET: 'may own `datasets`; in AWS: DataBrew',
  CREATE_SHARE_OBJECT: 'may ask for `shares`, for itself and for its consumption roles',
  CREATE_NOTEBOOK: 'may own `notebooks`; in AWS: SageMaker, notebook instances',
  CREATE_SGMSTUDIO_USER: 'may have `studioUsers`; in AWS: SageMaker, its Studio profiles, the key of Studio',
  CREATE_DASHBOARD: 'in AWS: its own analyses, dashboards and data sets of QuickSight',
  CREATE_PIPELINE: 'in AWS: CodeCommit, CodePipeline, CodeBuild, Lambda, Step Functions',
  CREATE_OMICS_RUN: 'in AWS: runs of HealthOmics workflows',
  RUN_ATHENA_QUERY: 'nothing more: every team queries in its own workgroup',
  IMPORT_REDSHIFT_DATASET: 'nothing: environments have no Redshift connections',
  CREATE_REDSHIFT_CONNECTION: 'nothing: environments have no Redshift connections',
};

/** The permissions of an invited team. */
export function permissionsTable(): string {
  const rows = allPermissions.map((permission) => {
    const feature = featureOf[permission];
    return [
      `\`${permission}\``,
      permissions[permission],
      feature === undefined ? '' : `\`${feature}\``,
      gives[permission],
    ];
  });
  return markdownTable(['permission', 'in the UI', 'needs the feature', 'what it gives'], rows);
}

/** What the document asks for, what stands for it, and how that is known. */
export function requirementsTable(requirements: readonly Requirement[]): string {
  const head = ['requirement', 'what is asked', 'what stands for it', 'test', 'the change that turns it red'];
  const rows = requirements.map(({ id, asks, stands, test, change }) => [
    id,
    asks,
    stands,
    `\`test/${test.file}\`: ${test.name}`,
    `\`${change.file}\`: ${code(change.from)} → ${change.to === '' ? 'nothing' : code(change.to)}`,
  ]);
  return markdownTable(head, rows);
}

/** Text with backticks of its own needs two around it. */
function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}
