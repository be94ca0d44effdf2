import { LakeformationDataCellsFilter, S3AccessPoint } from '../../../core/provider/aws';
import type { Referable } from '../../../core/provider/made';
import type { ModuleScope } from '../../../core/module/scope';
import type { BuiltDataset } from '../datasets/build';
import { existingTables } from '../datasets/existing-tables';
import type { DatasetFilter } from '../datasets/facts';
import type { EnvironmentFacts } from '../facts';
import { accessPointsOf } from './access-points';

/** The datasets of the environment as they were built, by key. */
export type BuiltDatasets = ReadonlyMap<string, BuiltDataset>;

/** Data filters as they were built, by `<dataset>/<filter>`, for who grants them. */
export type BuiltFilters = ReadonlyMap<string, Referable>;

/** The owner's side: the ways to shared folders, and the parts of tables, whether somebody asks for them or not. */
export function buildGiven(
  scope: ModuleScope,
  facts: EnvironmentFacts,
  all: readonly EnvironmentFacts[],
  datasets: BuiltDatasets,
): BuiltFilters {
  accessPoints(scope, facts, all, datasets);
  return new Map(
    [...datasets.values()].flatMap((dataset) =>
      dataset.facts.dataFilters.flatMap((filter) => dataFilter(scope, dataset, filter)),
    ),
  );
}

function accessPoints(
  scope: ModuleScope,
  facts: EnvironmentFacts,
  all: readonly EnvironmentFacts[],
  datasets: BuiltDatasets,
): void {
  for (const { dataset, requester, principal, name, statements } of accessPointsOf(facts, all)) {
    const { key, bucket, from } = dataset;
    scope.add(
      S3AccessPoint,
      ['dataset', key, 'access-point', ...requester.path.split('/'), ...principal.key],
      {
        bucket: datasets.get(key)?.bucket ?? bucket,
        name,
        policy: scope.policy(statements, { kind: 'bucket policy', of: `access point ${name}` }),
        publicAccessBlockConfiguration: {
          blockPublicAcls: true,
          blockPublicPolicy: true,
          ignorePublicAcls: true,
          restrictPublicBuckets: true,
        },
      },
      { from: [...from, 'accepts'] },
    );
  }
}

function dataFilter(
  scope: ModuleScope,
  { facts: dataset, database, tables }: BuiltDataset,
  { name, table: tableName, rows, columns }: DatasetFilter,
): readonly (readonly [string, Referable])[] {
  const table = dataset.tables.find((each) => each.name === tableName);
  // A filter of a table that the dataset has not was refused before.
  if (!table) return [];
  const made = scope.add(
    LakeformationDataCellsFilter,
    ['dataset', dataset.key, 'filter', name],
    {
      ...existingTables(scope, dataset)(table),
      tableData: [
        {
          tableCatalogId: dataset.environment.location.account,
          databaseName: database,
          tableName: tables.get(tableName) ?? tableName,
          name,
          ...(columns
            ? { columnNames: columns.map((column) => scope.literal(column)) }
            : { columnWildcard: [{}] }),
          rowFilter: [
            rows === undefined ? { allRowsWildcard: [{}] } : { filterExpression: scope.literal(rows) },
          ],
        },
      ],
    },
    { after: ['lake formation settings'], from: [...dataset.from, 'dataFilters', name] },
  );
  return [[`${dataset.key}/${name}`, made]];
}
