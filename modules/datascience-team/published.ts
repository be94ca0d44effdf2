import { profileName, studioPaths } from '../../core/aws/studio/names';
import type { Names } from '../../core/naming/names';
import type { TeamConfig } from './config';
import { scriptLocation, teamNames, usersWithSpace } from './names';

/** Where the space of a user profile is published. */
export function spacePath(userId: string): string {
  return `jupyterlab/space-${profileName(userId)}`;
}

/** Full paths of everything that the module publishes, except its policies. */
export function publishedPaths(names: Names, config: TeamConfig): readonly string[] {
  const { minilake, athena } = teamNames(names, config);
  const { studioDomainConfig: studio, mlflow } = config;
  const own = [
    ...(studio ? studioPaths(studio, names, scriptLocation(names, config)) : []),
    ...usersWithSpace(config).map((id) => `${spacePath(id)}/name`),
    ...(mlflow?.enabled === true
      ? [
          'mlflow/tracking-server/name',
          'mlflow/tracking-server/arn',
          'role/mlflow/arn',
          'role/mlflow/id',
          'role/mlflow/name',
        ]
      : []),
  ];
  const ofMinilake = ['kms/arn', 'kms/id', 'bucket/projects/name', 'bucket/projects/arn'];
  return [
    ...own.map((path) => names.path(path)),
    ...ofMinilake.map((path) => minilake.path(path)),
    athena.path('workgroup/name'),
  ];
}
