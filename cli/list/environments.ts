import { stackPlans } from '../../core/platform/stacks';
import { environmentsOf, environmentsOfTeam, roleWord } from '../shared/environments';
import { load } from '../shared/load';
import { print, printJson } from '../shared/report';
import { select } from '../shared/select';
import { table } from '../shared/table';
import type { CommonOptions, FilterOptions } from '../shared/options';

export interface ListOptions extends CommonOptions, FilterOptions {
  readonly team?: string;
}

/** The environments for teams: all, or those that a team owns or is invited to, with its role. */
export function listEnvironments(options: ListOptions): void {
  const platform = load(options);
  const { plans } = select(platform, [], options);
  const chosen = new Set(plans.flatMap((plan) => plan.modules));
  const stackOf = new Map(stackPlans(platform).flatMap(({ id, modules }) => modules.map((one) => [one, id])));
  const seen =
    options.team === undefined ? environmentsOf(platform) : environmentsOfTeam(platform, options.team);
  const rows = seen
    .filter(({ located }) => chosen.has(located.module))
    .map(({ located, facts, ...rest }) => ({
      environment: facts.path,
      name: facts.config.name,
      account: facts.location.account,
      region: facts.location.region,
      owner: facts.config.team,
      ...('team' in rest
        ? { role: roleWord(rest.team as (typeof facts.teams)[number]) }
        : { stack: stackOf.get(located.module) ?? '' }),
    }));
  if (options.json === true) printJson(rows);
  else {
    const last = options.team === undefined ? 'stack' : 'role';
    print(table(['environment', 'name', 'account', 'region', 'owner', last], rows));
  }
}
