import type { Platform } from '../../core/platform/platform';
import { stackPlans } from '../../core/platform/stacks';
import type { Selection } from '../../deploy/stacks';
import { list } from './configuration';
import type { FilterOptions } from './options';
import { UsageError } from './usage-error';

/** The stacks that ids and filters name. Unknown names are errors. @throws UsageError */
export function select(platform: Platform, ids: readonly string[], filters: FilterOptions): Selection {
  const plans = stackPlans(platform);
  const domains = known(
    'domain',
    list(filters.domain),
    plans.map((plan) => plan.environment.domain),
  );
  const environments = known(
    'environment',
    list(filters.env),
    plans.map((plan) => plan.environment.name),
  );
  const modules = known(
    'module',
    list(filters.module),
    plans.flatMap((plan) => plan.modules.map((module) => module.name)),
  );
  const stacks = known(
    'stack',
    ids.filter((id) => id !== '*'),
    plans.map((plan) => plan.id),
  );
  return {
    modules,
    plans: plans.filter(
      (plan) =>
        (stacks.size === 0 || stacks.has(plan.id)) &&
        (domains.size === 0 || domains.has(plan.environment.domain)) &&
        (environments.size === 0 || environments.has(plan.environment.name)) &&
        (modules.size === 0 || plan.modules.some((module) => modules.has(module.name))),
    ),
  };
}

function known(kind: string, wanted: readonly string[], names: readonly string[]): ReadonlySet<string> {
  const valid = [...new Set(names)];
  const unknown = wanted.find((name) => !valid.includes(name));
  if (unknown !== undefined)
    throw new UsageError(`there is no ${kind} "${unknown}"`, `Choose from: ${valid.join(', ')}.`);
  return new Set(wanted);
}
