import Table from 'cli-table3';
import { load } from '../shared/load';
import type { CommonOptions, FilterOptions } from '../shared/options';
import { print, printJson } from '../shared/report';
import { select, type Selection } from '../shared/select';

/** One row of the listing: a module and where it goes. */
export interface ListRow {
  readonly stack: string;
  readonly domain: string;
  readonly environment: string;
  readonly account: string;
  readonly region: string;
  readonly module: string;
  readonly path: string;
}

/** Prints domains, environments, modules, accounts and stacks. */
export function list(options: CommonOptions & FilterOptions): void {
  const rows = listRows(select(load(options), [], options));
  if (options.json === true) printJson(rows);
  else print(table(rows));
}

/** The listing as data, in file order. */
export function listRows({ plans, modules }: Selection): readonly ListRow[] {
  return plans.flatMap(({ id, environment, modules: own }) =>
    own
      .filter((module) => modules.size === 0 || modules.has(module.name))
      .map((module) => ({
        stack: id,
        domain: environment.domain,
        environment: environment.name,
        account: environment.account ?? 'default',
        region: environment.region ?? 'default',
        module: module.name,
        path: module.path,
      })),
  );
}

function table(rows: readonly ListRow[]): string {
  const head = ['stack', 'domain', 'environment', 'account', 'region', 'module', 'module_path'];
  const lines = new Table({ head, style: { head: [], border: [], compact: true } });
  for (const row of rows) lines.push(Object.values(row));
  return lines.toString();
}
