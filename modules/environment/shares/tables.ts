import type { ConfigPath } from '../../../core/config/locate';
import type { DatasetFacts, DatasetTable } from '../datasets/facts';
import type { EnvironmentFacts } from '../facts';
import { tablePermissions } from './permissions';
import { isAccepted, sharesOf, type AcceptedShare, type SharePrincipal } from './resolve';

/** What stands for tables of others in the catalog of a requester: a database, and a link for each table. */
export interface SharedDatabase {
  readonly dataset: DatasetFacts;
  readonly name: string;
  /** Who sees the database. */
  readonly principals: readonly SharePrincipal[];
  readonly links: readonly TableLink[];
  readonly from: ConfigPath;
}

/** A link to a table. */
export interface TableLink {
  readonly name: string;
  readonly dataset: DatasetFacts;
  readonly table: DatasetTable;
  /** Who sees the link. */
  readonly principals: readonly SharePrincipal[];
  readonly from: ConfigPath;
}

/** A grant in the owner's catalog, on a table or on a part of it. */
export interface TableGrant {
  readonly dataset: DatasetFacts;
  readonly table: DatasetTable;
  /** Name of a data filter; undefined: the whole table. */
  readonly filter: string | undefined;
  readonly principal: SharePrincipal;
  readonly permissions: readonly string[];
  readonly from: ConfigPath;
}

/** The database that stands for one of others. */
export function sharedDatabase({ database }: Pick<DatasetFacts, 'database'>): string {
  return `${database}_shared`;
}

/** The link to a table, or to a part of one. */
export function linkName(table: string, filter?: string): string {
  return filter === undefined ? table : `${table}_${filter}`;
}

/** A table, or a part of one, that a share is about. */
interface Item {
  readonly share: AcceptedShare;
  readonly table: DatasetTable;
  readonly filter: string | undefined;
}

function itemsOf(share: AcceptedShare): readonly Item[] {
  const { items, dataset, permissions } = share;
  const tableOf = (name: string) => dataset.tables.filter((table) => table.name === name);
  // Lake Formation grants parts of tables for reading only.
  const filters = permissions.includes('Read') ? items.dataFilters : [];
  return [
    ...items.tables.map((table) => ({ share, table, filter: undefined })),
    ...filters.flatMap(({ name, table }) => tableOf(table).map((of) => ({ share, table: of, filter: name }))),
  ];
}

/** The databases of a requester for tables of others, each once whatever the number of shares. */
export function sharedDatabasesOf(
  requester: EnvironmentFacts,
  all: readonly EnvironmentFacts[],
): readonly SharedDatabase[] {
  const items = sharesOf(requester, all).filter(isAccepted).flatMap(itemsOf);
  return grouped(items, ({ share: { dataset } }) => placeOf(dataset)).map((ofDatabase) => ({
    dataset: ofDatabase[0].share.dataset,
    name: sharedDatabase(ofDatabase[0].share.dataset),
    principals: principalsOf(ofDatabase),
    from: ofDatabase[0].share.from,
    links: grouped(ofDatabase, ({ table, filter }) => linkName(table.name, filter)).map((ofLink) => {
      const [{ share, table, filter }] = ofLink;
      return {
        name: linkName(table.name, filter),
        dataset: share.dataset,
        table,
        principals: principalsOf(ofLink),
        from: share.from,
      };
    }),
  }));
}

/** The grants that the shares of a requester come to today; several shares of one table are one grant. */
export function tableGrantsOf(
  requester: EnvironmentFacts,
  all: readonly EnvironmentFacts[],
): readonly TableGrant[] {
  const items = sharesOf(requester, all)
    .filter(isAccepted)
    .filter(({ expired }) => !expired)
    .flatMap(itemsOf);
  return grouped(items, ({ share: { dataset, principal }, table, filter = '' }) =>
    [dataset.path, ...principal.key, table.name, filter].join(' '),
  ).map((same) => {
    const [{ share, table, filter }] = same;
    const { dataset, principal, from } = share;
    const permissions =
      filter === undefined
        ? same.flatMap(({ share: each }) => each.permissions.flatMap((level) => tablePermissions[level]))
        : ['SELECT'];
    return { dataset, table, filter, principal, permissions: [...new Set(permissions)], from };
  });
}

/** Account and database: datasets may have a database in common. */
function placeOf({ environment: { location }, database }: DatasetFacts): string {
  return `${location.account} ${database}`;
}

function principalsOf(items: readonly Item[]): readonly SharePrincipal[] {
  return [...new Map(items.map(({ share: { principal } }) => [principal.key.join(' '), principal])).values()];
}

function grouped(
  items: readonly Item[],
  key: (item: Item) => string,
): readonly (readonly [Item, ...Item[]])[] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}
