import { GlueCatalogDatabase, GlueCatalogTable } from '../../../core/provider/aws';
import { grant } from '../../../core/aws/lake-formation';
import type { ModuleScope } from '../../../core/module/scope';
import { existingTables, type OnceThere } from '../datasets/existing-tables';
import type { DatasetFacts, DatasetTable } from '../datasets/facts';
import type { EnvironmentFacts } from '../facts';
import { closesCircle } from './circle';
import type { BuiltDatasets } from './given';
import type { SharePrincipal } from './resolve';
import { sharedDatabasesOf, type SharedDatabase } from './tables';

/** What tables of others are found by. */
export interface CatalogSurroundings {
  readonly all: readonly EnvironmentFacts[];
  readonly datasets: BuiltDatasets;
  readonly principalArn: (principal: SharePrincipal) => string;
}

/** Databases and links that stand for tables of others, and who sees them. Queries go through links. */
export function buildSharedCatalog(
  scope: ModuleScope,
  facts: EnvironmentFacts,
  surroundings: CatalogSurroundings,
): void {
  for (const shared of sharedDatabasesOf(facts, surroundings.all)) {
    sharedDatabase(scope, facts, surroundings, shared);
  }
}

function sharedDatabase(
  scope: ModuleScope,
  facts: EnvironmentFacts,
  { all, datasets, principalArn }: CatalogSurroundings,
  { dataset, name, principals, links, from }: SharedDatabase,
): void {
  const { account } = dataset.environment.location;
  const address = ['share', 'catalog', account, dataset.database];
  const after = ['lake formation settings'] as const;
  const database = scope.add(
    GlueCatalogDatabase,
    address,
    { name, description: `Tables of ${dataset.path}`, locationUri: `s3://${dataset.bucket}/` },
    { after, from },
  );
  const seen = (principal: SharePrincipal) => ({
    principal: principalArn(principal),
    permissions: ['DESCRIBE'],
  });
  for (const principal of principals) {
    const on = { database: { name: database.name } };
    grant(scope, [...address, ...principal.key], { ...seen(principal), ...on }, from);
  }
  for (const link of links) {
    const { table, from: asked } = link;
    const once = onceThere(scope, facts, all, link.dataset, table);
    const made = scope.add(
      GlueCatalogTable,
      [...address, 'link', link.name],
      {
        ...once,
        databaseName: database.name,
        name: link.name,
        targetTable: {
          catalogId: account,
          databaseName: dataset.database,
          name: builtTable(datasets, facts, link.dataset, table.name),
        },
      },
      { after, from: asked },
    );
    for (const principal of link.principals) {
      const on = { table: { databaseName: database.name, name: link.name } };
      const config = { ...once, ...seen(principal), ...on, dependsOn: [made] };
      grant(scope, [...address, 'link', link.name, ...principal.key], config, asked);
    }
  }
}

/** Waits for a table that nobody has made yet, or that stands in an environment which cannot come first. */
export function onceThere(
  scope: ModuleScope,
  facts: EnvironmentFacts,
  all: readonly EnvironmentFacts[],
  dataset: DatasetFacts,
  { name, made }: DatasetTable,
): OnceThere {
  const first = !closesCircle(facts, dataset.environment.path, all);
  return existingTables(scope, dataset)({ name, made: made && first });
}

/** The name of a table, by which its reader waits for it where it is made in the same stack. */
export function builtTable(
  datasets: BuiltDatasets,
  facts: EnvironmentFacts,
  dataset: DatasetFacts,
  table: string,
): string {
  const own = dataset.environment.path === facts.path ? datasets.get(dataset.key) : undefined;
  return own?.tables.get(table) ?? table;
}
