import { inventoryTableName } from '../../core/aws/inventory-names';
import { ownInventories } from '../../core/aws/inventory-config';
import { profileName, studioPhysicalNames } from '../../core/aws/studio/names';
import type { ScriptLocation } from '../../core/aws/studio/lifecycle-script';
import { maxLength } from '../../core/naming/hash';
import type { Names } from '../../core/naming/names';
import type { PhysicalName } from '../../core/platform/declaration';
import type { TeamConfig } from './config';

/** What the table over the inventories of the bucket is named after. */
export const inventoried = 'projects';

/** The prefix below which Terraform uploads assets. */
export const assetRoot = 'sagemaker-lifecycle-assets';

/** The names of what the module is made of; the lake and the workgroup are named like modules of their own. */
export function teamNames(names: Names, config: TeamConfig) {
  const minilake = names.withSuffix('minilake');
  const athena = names.withSuffix('athena');
  return {
    minilake,
    athena,
    keyAlias: minilake.resource(undefined, maxLength['kms alias']),
    bucket: minilake.resource('projects', maxLength['s3 bucket']),
    utilDatabase: minilake.resource('util').replaceAll('-', '_'),
    workgroup: athena.resource(),
    mlflowRole: names.resource('mlflow', maxLength['iam role']),
    mlflowServer: config.mlflow?.serverName ?? names.resource('mlflow-tracking'),
  };
}

/** Where the scripts of the domain find their assets. */
export function scriptLocation(names: Names, config: TeamConfig): ScriptLocation {
  return { bucketName: teamNames(names, config).bucket, assetPrefix: `${assetRoot}/studio` };
}

/** The name of a policy: `<prefix>[-<suffix>]`, with '-2', '-3', … for the further parts of one. */
export function policyName(names: Names, config: TeamConfig, suffix: string, part: string): string {
  const ending = suffix + part;
  const { verbatimPolicyNamePrefix: prefix } = config;
  if (prefix !== undefined) return ending === '' ? prefix : `${prefix}-${ending.replace(/^-/, '')}`;
  return names.resource(ending.replace(/^-/, ''), maxLength['iam policy']);
}

/** The JupyterLab space of a user profile. */
export function spaceName(userId: string): string {
  return `${profileName(userId)}-JupyterLab-space`;
}

/** Users that get a JupyterLab space. */
export function usersWithSpace({ jupyterLab, studioDomainConfig }: TeamConfig): readonly string[] {
  return jupyterLab?.enabled === true ? Object.keys(studioDomainConfig?.userProfiles ?? {}) : [];
}

/** Every name that AWS will see, except those of policies. */
export function physicalNames(names: Names, config: TeamConfig): readonly PhysicalName[] {
  const own = teamNames(names, config);
  const { studioDomainConfig: studio, mlflow } = config;
  return [
    { kind: 'kms alias', name: own.keyAlias },
    { kind: 's3 bucket', name: own.bucket },
    { kind: 'glue database', name: own.utilDatabase },
    ...(ownInventories(config.inventories).length > 0
      ? [{ kind: 'glue table', name: inventoryTableName(inventoried) } as const]
      : []),
    { kind: 'athena workgroup', name: own.workgroup },
    ...(studio ? studioPhysicalNames(studio, names, scriptLocation(names, config)) : []),
    ...usersWithSpace(config).map((id): PhysicalName => ({ kind: 'sagemaker space', name: spaceName(id) })),
    ...(mlflow?.enabled === true
      ? ([
          { kind: 'iam role', name: own.mlflowRole },
          { kind: 'mlflow tracking server', name: own.mlflowServer },
        ] as const)
      : []),
  ];
}
