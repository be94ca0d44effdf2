import type { PresenceQuestion } from '../../../core/module/questions';
import { existingTablesKey } from '../datasets/table-path';
import type { EnvironmentFacts } from '../facts';
import { waitingTables, type WaitingTable } from './waiting';

/** Which tables are there of those that crawlers make and something of an environment waits for. */
export function tablePresences(
  own: EnvironmentFacts,
  all: readonly EnvironmentFacts[],
): readonly PresenceQuestion[] {
  return waitingTables(own, all).map(presence);
}

function presence(waiting: WaitingTable): PresenceQuestion {
  const { path, dataset, table, recorded } = waiting;
  const { location, path: module } = dataset.environment;
  return {
    about: "which tables are there (the lock file's are taken)",
    account: location.account,
    region: location.region,
    variable: existingTablesKey,
    name: path,
    recorded,
    record: { module, list: 'existingTables', item: `${dataset.key}/${table.name}` },
    pending: `pending crawl: ${path}: granted once the crawler has made it`,
    ask: async (client) => (await import('./ask')).tableExists(waiting, client),
  };
}
