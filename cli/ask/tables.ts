import { EntityNotFoundException, GetTableCommand, GlueClient } from '@aws-sdk/client-glue';
import { Limit } from '../../access/live/ask';
import type { Environment, Platform } from '../../core/platform/platform';
import type { WaitingTable } from '../../modules/environment/shares/waiting';
import { roleIn } from './identity';
import { reasonOf, type Sessions } from './sessions';

/** Who asks, about tables of datasets in whatever account and region. */
export interface Asking {
  readonly platform: Platform;
  /** Of the stack that waits. */
  readonly environment: Environment;
  readonly as: 'deploy' | 'plan';
  readonly sessions: Sessions;
}

/** What came of asking. */
export interface TablesAnswer {
  /** Path → whether it is there; without those that nothing could be found out about. */
  readonly there: ReadonlyMap<string, boolean>;
  /** Why nothing was found out, each reason once. */
  readonly failures: readonly string[];
}

/** Asks Glue which tables are there. Never rejected. */
export async function askTables(asking: Asking, tables: readonly WaitingTable[]): Promise<TablesAnswer> {
  const there = new Map<string, boolean>();
  const failures = new Set<string>();
  const limit = new Limit(8);
  const ask = async (table: WaitingTable): Promise<void> => {
    try {
      there.set(table.path, await exists(asking, table));
    } catch (error) {
      failures.add(reasonOf(error));
    }
  };
  await Promise.all(tables.map((table) => limit.run(() => ask(table))));
  return { there, failures: [...failures] };
}

async function exists(
  { platform, environment, as, sessions }: Asking,
  { dataset, table }: WaitingTable,
): Promise<boolean> {
  const { account, region } = dataset.environment.location;
  const settings = await sessions.settings(region, roleIn(platform, environment, account, as));
  try {
    await new GlueClient(settings).send(
      // The account is named: in another one nothing would be found, which is no answer.
      new GetTableCommand({ CatalogId: account, DatabaseName: dataset.database, Name: table.name }),
    );
    return true;
  } catch (error) {
    if (error instanceof EntityNotFoundException) return false;
    throw error;
  }
}
