import { grant } from '../../../core/aws/lake-formation';
import type { ModuleScope } from '../../../core/module/scope';
import type { EnvironmentFacts } from '../facts';
import { builtTable, onceThere, type CatalogSurroundings } from './catalog';
import type { BuiltFilters } from './given';
import { tableGrantsOf, type TableGrant } from './tables';

/** What grants are made with. */
export interface GrantSurroundings extends CatalogSurroundings {
  readonly filters: BuiltFilters;
}

/**
 * The grants on tables of others, in the owner's catalog: directly to the role, which Lake Formation can since version
 * 3 of its settings across accounts. They are the requester's to make, because they need its role to exist.
 */
export function buildGrants(
  scope: ModuleScope,
  facts: EnvironmentFacts,
  surroundings: GrantSurroundings,
): void {
  for (const each of tableGrantsOf(facts, surroundings.all)) tableGrant(scope, facts, surroundings, each);
}

function tableGrant(
  scope: ModuleScope,
  facts: EnvironmentFacts,
  { all, datasets, filters, principalArn }: GrantSurroundings,
  { dataset, table, filter, principal, permissions, from }: TableGrant,
): void {
  const own = dataset.environment.path === facts.path;
  const { account, region } = dataset.environment.location;
  const databaseName = (own ? datasets.get(dataset.key)?.database : undefined) ?? dataset.database;
  const name = builtTable(datasets, facts, dataset, table.name);
  const built = own && filter !== undefined ? filters.get(`${dataset.key}/${filter}`) : undefined;
  const address = ['share', ...principal.key, ...dataset.path.split('/')];
  grant(
    scope,
    [...address, ...(filter === undefined ? ['table', table.name] : ['filter', filter])],
    {
      ...onceThere(scope, facts, all, dataset, table),
      ...(!own && { provider: scope.provider({ account, region }) }),
      principal: principalArn(principal),
      permissions: [...permissions],
      ...on({ account, databaseName, name, filter, permissions }),
      ...(built && { dependsOn: [built] }),
    },
    from,
  );
}

function on({
  account,
  databaseName,
  name,
  filter,
  permissions,
}: {
  readonly account: string;
  readonly databaseName: string;
  readonly name: string;
  readonly filter: string | undefined;
  readonly permissions: readonly string[];
}) {
  if (filter !== undefined) {
    return { dataCellsFilter: { databaseName, tableName: name, tableCatalogId: account, name: filter } };
  }
  // By its columns: so AWS answers a grant with SELECT, and a plan sees no difference.
  return permissions.includes('SELECT')
    ? { tableWithColumns: { databaseName, name, wildcard: true } }
    : { table: { databaseName, name } };
}
