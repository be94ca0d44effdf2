import type { EnvironmentConfig } from '../config';

/** The path of a dataset that a share of an environment names, `<domain>/<environment>/<module>/<dataset>`. */
export function pathOfDataset(environment: string, dataset: string): string {
  return dataset.includes('/') ? dataset : `${environment}/${dataset}`;
}

/** An object of an environment that belongs to a team. */
export interface OwnedObject {
  readonly kind: ObjectKind;
  readonly key: string;
  readonly team: string;
}

/** Keys of the configuration below which the objects of teams stand, with a word for one of them. */
export const objectKinds = {
  networks: 'network',
  consumptionRoles: 'consumption role',
  studioUsers: 'Studio user',
  notebooks: 'notebook',
  datasets: 'dataset',
  shares: 'share',
} as const;

export type ObjectKind = keyof typeof objectKinds;

/** All objects of teams, in the order of {@link objectKinds}. A share belongs to the team of whoever gets the data. */
export function objectsOf(config: EnvironmentConfig): readonly OwnedObject[] {
  const { networks, consumptionRoles, studioUsers, notebooks, datasets, shares } = config;
  const owned = (kind: ObjectKind, objects: Readonly<Record<string, { readonly team: string }>>) =>
    Object.entries(objects).map(([key, { team }]): OwnedObject => ({ kind, key, team }));
  return [
    ...owned('networks', networks),
    ...owned('consumptionRoles', consumptionRoles),
    ...owned('studioUsers', studioUsers),
    ...owned('notebooks', notebooks),
    ...owned('datasets', datasets),
    ...Object.entries(shares).flatMap(([key, share]): readonly OwnedObject[] => {
      const team = teamOfShare(config, share);
      return team === undefined ? [] : [{ kind: 'shares', key, team }];
    }),
  ];
}

/** Undefined where the share is with a consumption role that is not there, which is an error of its own. */
export function teamOfShare(
  { consumptionRoles }: EnvironmentConfig,
  { with: { team, consumptionRole = '' } }: EnvironmentConfig['shares'][string],
): string | undefined {
  if (team !== undefined) return team;
  return Object.hasOwn(consumptionRoles, consumptionRole)
    ? consumptionRoles[consumptionRole]?.team
    : undefined;
}

/** `dataset sales`. */
export function describeObject({ kind, key }: Pick<OwnedObject, 'kind' | 'key'>): string {
  return `${objectKinds[kind]} ${key}`;
}
