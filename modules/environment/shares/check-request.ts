import { suggestion } from '../../../core/config/nearest';
import type { ConfigPath } from '../../../core/config/locate';
import type { ModuleFinding } from '../../../core/module/define-module';
import { consumptionRolesOf } from '../consumption-roles/facts';
import { datasetsOf } from '../datasets/facts';
import { teamOf, type EnvironmentFacts } from '../facts';
import type { Neighbourhood } from '../part';
import { environmentOf, type Share } from './resolve';

type Rule = (share: Share, neighbourhood: Neighbourhood) => readonly ModuleFinding[];

/** What is wrong with a request, whatever its owner says to it. */
export function checkRequest(share: Share, neighbourhood: Neighbourhood): readonly ModuleFinding[] {
  return rules.flatMap((rule) => rule(share, neighbourhood));
}

const datasetExists: Rule = ({ dataset, datasetPath, requester, config, from }, { all, leftOut }) => {
  if (dataset || leftOut.has(environmentOf(datasetPath))) return [];
  const within = (environment: EnvironmentFacts) => environment.path === requester.path;
  const known = config.dataset.includes('/')
    ? all.flatMap(datasetsOf).map(({ path }) => path)
    : all
        .filter(within)
        .flatMap(datasetsOf)
        .map(({ key }) => key);
  const message = `"${datasetPath}" is no dataset of this platform`;
  return [error('TL308', message, suggestion(config.dataset, known), [...from, 'dataset'])];
};

const principalExists: Rule = ({ principal, requester, config: { with: who }, from }) => {
  if (principal) return [];
  const [kind, name, known] =
    who.team === undefined
      ? ([
          'consumptionRole',
          who.consumptionRole ?? '',
          consumptionRolesOf(requester).map(({ key }) => key),
        ] as const)
      : (['team', who.team, requester.teams.map((team) => team.name)] as const);
  const what = kind === 'team' ? 'team' : 'consumption role';
  const message = `"${name}" is no ${what} of the environment`;
  return [error('TL308', message, suggestion(name, known), [...from, 'with', kind])];
};

const hasItems: Rule = ({ config: { items }, from }) => {
  const { bucket, folders, tables, dataFilters } = items;
  if (bucket || folders.length + tables.length + dataFilters.length > 0) return [];
  const help = 'Add `bucket: true`, or folders, tables or data filters of the dataset.';
  return [error('TL427', 'the share asks for nothing', help, [...from, 'items'])];
};

const itemsExist: Rule = ({ dataset, config: { items }, from }) => {
  if (!dataset) return [];
  const known = {
    folders: dataset.folders.map(({ key }) => key),
    tables: dataset.tables.map(({ name }) => name),
    dataFilters: dataset.dataFilters.map(({ name }) => name),
  };
  const words = { folders: 'folder', tables: 'table', dataFilters: 'data filter' };
  return (['folders', 'tables', 'dataFilters'] as const).flatMap((kind) =>
    items[kind].flatMap((name, index) => {
      if (known[kind].includes(name)) return [];
      const message = `"${name}" is no ${words[kind]} of the dataset ${dataset.path}`;
      return [error('TL308', message, suggestion(name, known[kind]), [...from, 'items', kind, index])];
    }),
  );
};

/** The team that asks: the principal itself, or the owner of the consumption role. */
function askingTeam({ requester, config: { with: who } }: Share): string | undefined {
  return (
    who.team ?? consumptionRolesOf(requester).find(({ key }) => key === who.consumptionRole)?.config.team
  );
}

const mayAsk: Rule = (share) => {
  const { requester, from } = share;
  const team = teamOf(requester, askingTeam(share) ?? '');
  if (!team || team.permissions.has('CREATE_SHARE_OBJECT')) return [];
  const message = `the team ${team.name} may not ask for data`;
  const help = 'Add CREATE_SHARE_OBJECT to its `permissions:`, or share with another team.';
  return [error('TL420', message, help, [...from, 'with'])];
};

const notToOwner: Rule = ({ dataset, principal, requester, from }) => {
  const own = dataset?.environment.path === requester.path;
  if (!own || principal?.kind !== 'team' || principal.name !== dataset.config.team) return [];
  const message = `the team ${principal.name} owns the dataset, and needs no share of it here`;
  return [error('TL427', message, 'Remove the share.', [...from, 'with'])];
};

const sameRegion: Rule = ({ dataset, requester, from }) => {
  const there = dataset?.environment.location.region;
  if (there === undefined || there === requester.location.region) return [];
  const message = `the dataset is in ${there}, the environment in ${requester.location.region}`;
  const help = 'Share within one region: ask for the data from an environment of that region.';
  return [error('TL427', message, help, [...from, 'dataset'])];
};

const otherAccount = ({ dataset, requester }: Share): boolean =>
  dataset !== undefined && dataset.environment.location.account !== requester.location.account;

const readsElsewhere: Rule = (share) => {
  const { config, dataset, from } = share;
  const beyond = config.permissions.filter((permission) => permission !== 'Read');
  if (!otherAccount(share) || beyond.length === 0) return [];
  const message = `${beyond.join(' and ')} of a dataset of another account (${dataset?.environment.location.account ?? ''})`;
  const help = 'Ask for Read alone: whoever writes does so with a role of the account of the dataset.';
  return [error('TL427', message, help, [...from, 'permissions'])];
};

const importedElsewhere: Rule = (share) => {
  const {
    config: { items },
    dataset,
    from,
  } = share;
  if (dataset?.imported !== true || !otherAccount(share) || !(items.bucket || items.folders.length > 0))
    return [];
  const message = `the bucket ${dataset.bucket} is imported: its policy is not Terralake's, and would have to let another account in`;
  const help =
    'Ask for tables or data filters instead, or share with a principal of the account of the dataset.';
  return [error('TL427', message, help, [...from, 'items'])];
};

const filtersAreRead: Rule = ({ config: { items, permissions }, from }) => {
  if (items.dataFilters.length === 0 || permissions.includes('Read')) return [];
  const message = 'data filters are parts of tables, which can only be read';
  const help = 'Add Read to `permissions:`, or ask for the tables.';
  return [error('TL427', message, help, [...from, 'items', 'dataFilters'])];
};

/** Policies would take these for patterns. */
const plainFolders: Rule = ({ items, from }) =>
  items.folders.flatMap(({ key, prefix }) => {
    if (!/[*?$]/.test(prefix)) return [];
    const message = `the prefix "${prefix}" of the folder ${key} has characters that policies take for patterns`;
    const help = 'Share a folder without `*`, `?` and `$` in its prefix.';
    return [error('TL427', message, help, [...from, 'items', 'folders'])];
  });

const rules: readonly Rule[] = [
  ...[datasetExists, principalExists, hasItems, itemsExist, mayAsk, notToOwner],
  ...[sameRegion, readsElsewhere, importedElsewhere, filtersAreRead, plainFolders],
];

function error(code: ModuleFinding['code'], message: string, help: string, path: ConfigPath): ModuleFinding {
  return { severity: 'error', code, message, help, path };
}
