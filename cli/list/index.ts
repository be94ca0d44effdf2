import { chosenModules, type Selection } from '../../deploy/stacks';
import { load } from '../shared/load';
import { table } from '../shared/table';
import { print, printJson } from '../shared/report';
import { select } from '../shared/select';
import { UsageError } from '../shared/usage-error';
import { listEnvironments, type ListOptions } from './environments';

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

/** Prints domains, environments, modules, accounts and stacks; or the environments for teams. */
export function list(what: string | undefined, options: ListOptions): void {
  if (what === 'environments') {
    listEnvironments(options);
    return;
  }
  if (what !== undefined)
    throw new UsageError(
      `"${what}" cannot be listed`,
      'Write `terralake list` or `terralake list environments`.',
    );
  if (options.team !== undefined)
    throw new UsageError(
      '--team is about environments',
      'Write `terralake list environments --team <name>`.',
    );
  const rows = listRows(select(load(options), [], options));
  if (options.json === true) printJson(rows);
  else print(table(head, rows));
}

/** The listing as data, in file order. */
export function listRows(selection: Selection): readonly ListRow[] {
  return selection.plans.flatMap((plan) =>
    chosenModules(plan, selection).map((module) => ({
      stack: plan.id,
      domain: plan.environment.domain,
      environment: plan.environment.name,
      account: plan.environment.account ?? 'default',
      region: plan.environment.region ?? 'default',
      module: module.name,
      path: module.path,
    })),
  );
}

const head = ['stack', 'domain', 'environment', 'account', 'region', 'module', 'module_path'];
