import { moduleWords } from '../platform/checks/words';
import type { ModuleRecord, Records, RecordValue } from '../platform/record';
import type { StackPlan } from '../platform/stacks';

/** The records before an apply, which may fail halfway: what will be is added, nothing is forgotten. */
export function grownRecords(known: Records, plan: StackPlan): Records {
  return merged(known, recordsOf([plan])) as Records;
}

/**
 * The records after an apply of some stacks: those of the modules are as they are now, those of modules that have
 * left the stacks are dropped, and other stacks' stay. Without stacks that were applied, all that is not in `plans` goes.
 */
export function nextRecords(
  known: Records,
  plans: readonly StackPlan[],
  { others }: { readonly others: 'kept' | 'dropped' },
): Records {
  const kept = mapRecords(known, (path) => others === 'kept' && !plans.some((plan) => holds(plan, path)));
  const added = recordsOf(plans);
  const definitions = [...new Set([...Object.keys(kept), ...Object.keys(added)])];
  return Object.fromEntries(
    definitions
      .map((name) => [name, { ...kept[name], ...added[name] }] as const)
      .filter(([, modules]) => Object.keys(modules).length > 0),
  );
}

/** The records without those of modules that are destroyed. */
export function forgottenRecords(known: Records, plan: StackPlan): Records {
  return nextRecords(
    known,
    [{ ...plan, modules: plan.modules.map((module) => ({ ...module, record: undefined })) }],
    {
      others: 'kept',
    },
  );
}

/** The paths of all recorded modules. */
export function recordedPaths(records: Records): ReadonlySet<string> {
  return new Set(Object.values(records).flatMap((modules) => Object.keys(modules)));
}

function recordsOf(plans: readonly StackPlan[]): Records {
  const found: Record<string, Record<string, ModuleRecord>> = {};
  for (const { environment, modules } of plans)
    for (const module of modules)
      if (module.record)
        (found[module.definition.name] ??= {})[moduleWords({ environment, module })] = module.record;
  return found;
}

/** Whether a recorded module is, or was, one of a stack. */
function holds({ environment, modules }: StackPlan, path: string): boolean {
  if (modules.some((module) => moduleWords({ environment, module }) === path)) return true;
  return (
    environment.stacks === 'per-environment' && path.startsWith(`${environment.domain}/${environment.name}/`)
  );
}

function mapRecords(records: Records, keep: (path: string) => boolean): Records {
  return Object.fromEntries(
    Object.entries(records).map(([name, modules]) => [
      name,
      Object.fromEntries(Object.entries(modules).filter(([path]) => keep(path))),
    ]),
  );
}

/** Maps key by key, lists with what only the earlier one has at their end; of single values the new one. */
function merged(before: RecordValue, now: RecordValue): RecordValue {
  if (isList(before) && isList(now)) {
    const known = new Set(now.map((item) => JSON.stringify(item)));
    return [...now, ...before.filter((item) => !known.has(JSON.stringify(item)))];
  }
  if (!isMap(before) || !isMap(now)) return now;
  const both = Object.entries(now).map(([key, value]) => {
    const earlier = Object.hasOwn(before, key) ? before[key] : undefined;
    return [key, earlier === undefined ? value : merged(earlier, value)] as const;
  });
  return { ...before, ...Object.fromEntries(both) };
}

function isList(value: RecordValue): value is readonly RecordValue[] {
  return Array.isArray(value);
}

function isMap(value: RecordValue): value is { readonly [key: string]: RecordValue } {
  return typeof value === 'object' && value !== null && !isList(value);
}
