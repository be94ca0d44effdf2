import type { ModuleFinding } from '../../../core/module/define-module';
import type { Located } from '../../../core/platform/platform';
import type { ModuleRecord } from '../../../core/platform/record';
import type { EnvironmentFacts } from '../facts';
import { factsOf } from '../facts';
import { mapIn } from './read';
import { describeObject, objectsOf, pathOfDataset } from './references';

/** What the document says where something is to go that others hold on to. */
export const removeFirst = 'Remove all environment related objects before proceeding with the deletion';

/** Teams and consumption roles that have left while objects of the environment belong to them. */
export function checkRemoved({ config }: EnvironmentFacts, recorded: ModuleRecord): readonly ModuleFinding[] {
  // A change of the owner is an error of its own.
  const teams = Object.keys(mapIn(recorded, 'teams')).filter(
    (team) => team !== config.team && team !== recorded.team && !Object.hasOwn(config.teams, team),
  );
  const roles = Object.keys(mapIn(recorded, 'consumptionRoles')).filter(
    (role) => !Object.hasOwn(config.consumptionRoles, role),
  );
  const objects = objectsOf(config);
  return [
    ...teams.flatMap((team) => {
      const owned = objects.filter((object) => object.team === team);
      return left(`the team ${team}`, owned.map(describeObject), ['teams']);
    }),
    ...roles.flatMap((role) => {
      const shares = Object.entries(config.shares)
        .filter(([, { with: principal }]) => principal.consumptionRole === role)
        .map(([key]) => `share ${key}`);
      return left(`the consumption role ${role}`, shares, ['consumptionRoles']);
    }),
  ];
}

/** Datasets that have left while shares of any environment name them. */
export function checkRemovedDatasets(own: Located, siblings: readonly Located[]): readonly ModuleFinding[] {
  const { path, config } = factsOf(own);
  const gone = Object.keys(mapIn(own.module.context.recorded, 'datasets')).filter(
    (key) => !Object.hasOwn(config.datasets, key),
  );
  return gone.flatMap((key) =>
    left(`the dataset ${key}`, sharesOf(`${path}/${key}`, siblings), ['datasets']),
  );
}

/** The shares that name a dataset, or one of the datasets below the path of an environment. */
export function sharesOf(path: string, siblings: readonly Located[]): readonly string[] {
  return siblings.map(factsOf).flatMap((environment) =>
    Object.entries(environment.config.shares)
      .map(([key, { dataset }]) => [key, pathOfDataset(environment.path, dataset)] as const)
      .filter(([, dataset]) => dataset === path || dataset.startsWith(`${path}/`))
      .map(([key]) => `share ${environment.path}/${key}`),
  );
}

function left(
  what: string,
  dependents: readonly string[],
  path: ModuleFinding['path'],
): readonly ModuleFinding[] {
  if (dependents.length === 0) return [];
  return [
    {
      severity: 'error',
      code: 'TL426',
      message: `${removeFirst}: ${what} has left, and there still are ${dependents.join(', ')}`,
      help: `Remove these too, or put ${what} back.`,
      path,
    },
  ];
}
