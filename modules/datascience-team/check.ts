import { plainPrefix } from '../../core/aws/location';
import { checkStudio } from '../../core/aws/studio/check';
import type { StudioDomainConfig } from '../../core/aws/studio/config';
import type { ModuleFinding } from '../../core/module/define-module';
import type { Names } from '../../core/naming/names';
import type { MlflowConfig, TeamConfig } from './config';
import { assetRoot, scriptLocation } from './names';
import { teamPrefixes } from './storage-access';

const studioPath = ['team', 'studioDomainConfig'] as const;

/** Options of a Studio domain that a team decides itself. */
const ofTheTeam = {
  defaultExecutionRole: 'apps run as teamExecutionRole',
  dataAdminRoles: "the team's dataAdminRoles administer the bucket",
  kmsKeyArn: 'the key of the team encrypts',
  domainBucket: 'the bucket of the team is used',
  assetPrefix: `assets are kept below ${assetRoot}/studio`,
} as const satisfies Partial<Record<keyof StudioDomainConfig, string>>;

/** Everything about a team's configuration that its schema cannot say. */
export function check(config: TeamConfig, names: Names): readonly ModuleFinding[] {
  const { studioDomainConfig: studio, mlflow } = config;
  return [
    ...(studio ? checkStudio(studio, names, scriptLocation(names, config), studioPath) : []),
    ...(studio ? [...overridden(studio), ...checkSharing(studio)] : []),
    ...(mlflow ? checkArtifacts(mlflow) : []),
    ...(config.jupyterLab?.enabled === true && !studio
      ? [
          {
            severity: 'error',
            code: 'TL208',
            message: 'JupyterLab spaces need a Studio domain',
            help: 'Add studioDomainConfig, or remove jupyterLab.',
            path: ['team', 'jupyterLab', 'enabled'],
          } as const,
        ]
      : []),
  ];
}

function overridden(studio: StudioDomainConfig): readonly ModuleFinding[] {
  return Object.entries(ofTheTeam)
    .filter(([key]) => studio[key as keyof typeof ofTheTeam] !== undefined)
    .map(([key, reason]) => ({
      severity: 'note',
      code: 'TL603',
      message: `${key} has no effect in a team: ${reason}`,
      help: 'Remove it.',
      path: [...studioPath, key],
    }));
}

function checkSharing({ notebookSharingPrefix: prefix }: StudioDomainConfig): readonly ModuleFinding[] {
  if (teamPrefixes.some((allowed) => isBelow(prefix, allowed))) return [];
  return [
    {
      severity: 'warning',
      code: 'TL204',
      message: `the team cannot write below ${prefix}, so sharing a notebook will fail`,
      help: `Choose a prefix below ${teamPrefixes.join(', ')}.`,
      path: [...studioPath, 'notebookSharingPrefix'],
    },
  ];
}

/** The team writes artifacts: so they must not lie where it may not write, nor be the whole bucket. */
function checkArtifacts({ artifactStorePrefix: prefix }: MlflowConfig): readonly ModuleFinding[] {
  const reserved = [assetRoot, 'inventory'].find((folder) => isBelow(prefix, folder));
  if (plainPrefix(prefix) !== '' && reserved === undefined) return [];
  return [
    {
      severity: 'error',
      code: 'TL204',
      message: `artifacts cannot be kept ${reserved === undefined ? 'in the root of the bucket' : `below ${reserved}`}`,
      help: 'Choose a prefix of their own, such as mlflow-artifacts/.',
      path: ['team', 'mlflow', 'artifactStorePrefix'],
    },
  ];
}

function isBelow(prefix: string, folder: string): boolean {
  return `${plainPrefix(prefix)}/`.startsWith(`${folder}/`);
}
