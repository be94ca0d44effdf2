import { datasetsOf, type DatasetFacts, type DatasetTable } from '../datasets/facts';
import { tablePath } from '../datasets/table-path';
import type { EnvironmentFacts } from '../facts';
import { closesCircle } from './circle';
import { sharedDatabasesOf, tableGrantsOf } from './tables';

/** A table that something of an environment waits for. */
export interface WaitingTable {
  /** `<domain>/<environment>/<module>/<dataset>/<table>`, as in the variable. */
  readonly path: string;
  readonly dataset: DatasetFacts;
  readonly table: DatasetTable;
  /** What the lock file says: it was there when somebody last looked. */
  readonly recorded: boolean;
}

/** The tables that the variable `<module>__existing-tables` of an environment is about, each once, by path. */
export function waitingTables(
  own: EnvironmentFacts,
  all: readonly EnvironmentFacts[],
): readonly WaitingTable[] {
  const filtered = datasetsOf(own).flatMap((dataset) =>
    dataset.tables
      .filter(({ name, made }) => !made && dataset.dataFilters.some((filter) => filter.table === name))
      .map((table) => ({ dataset, table })),
  );
  const shared = [
    ...sharedDatabasesOf(own, all).flatMap(({ links }) => links),
    ...tableGrantsOf(own, all),
  ].filter(({ dataset, table }) => !table.made || closesCircle(own, dataset.environment.path, all));
  const waiting = [...filtered, ...shared].map(({ dataset, table }) => ({
    path: tablePath(dataset, table.name),
    dataset,
    table,
    recorded: dataset.environment.existingTables.includes(`${dataset.key}/${table.name}`),
  }));
  return [...new Map(waiting.map((each) => [each.path, each])).values()].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  );
}
