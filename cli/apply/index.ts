import type { StackPlan } from '../../core/platform/stacks';
import { Ledger } from '../../deploy/ledger';
import { logRun } from '../logs/runs';
import { Asker, type StackAnswer } from '../ask';
import { withKnownTables } from '../ask/known-tables';
import { planStack } from '../plan';
import type { ChangeCounts } from '../plan/count-changes';
import { synthesized } from '../shared/load';
import type { CommonOptions, DataLossOptions, FilterOptions } from '../shared/options';
import { print, printJson, say } from '../shared/report';
import { runnable, type RunnableStack } from '../shared/run-stacks';
import { select } from '../shared/select';
import { failure } from '../shared/terraform-failure';
import { terraform } from '../shared/terraform';
import { runHooks } from './hooks';

export interface ApplyOptions extends CommonOptions, FilterOptions, DataLossOptions {}

/** A stack that was applied, and how much that changed. */
interface AppliedStack extends ChangeCounts {
  readonly stack: string;
}

/**
 * Applies the selected stacks in order, each by the plan just made, with the hooks of its modules around it,
 * and records what is protected in `platform.lock.yaml`.
 */
export async function apply(stacks: readonly string[], options: ApplyOptions): Promise<void> {
  const result = await synthesized(options);
  const selection = select(result.platform, stacks, options);
  const applied: (AppliedStack & Pick<StackAnswer, 'pending'>)[] = [];
  const asker = new Asker(result.platform);
  await asker.dashboards(selection);
  const ledger = new Ledger(result.lock);
  for (const stack of runnable(result, selection)) {
    const planned = selection.plans.find(({ id }) => id === stack.id);
    if (!planned) continue;
    const modules = planned.modules.filter(
      ({ name }) => selection.modules.size === 0 || selection.modules.has(name),
    );
    const chosen = { ...planned, modules };
    const done = await withHooks(chosen, async () => {
      const { args, pending } = await asker.tables(planned);
      const before = () => ledger.record((lock) => lock.beforeApply(result, chosen));
      return { ...(await applyStack(stack, before, args)), pending };
    });
    applied.push(done);
    const part = stack.targets.length > 0 ? chosen : undefined;
    ledger.record((lock) => {
      const next = lock.afterApply(result, planned, part);
      return next.withRecords(withKnownTables(next.records, asker.there));
    });
  }
  if (options.json === true) printJson(applied);
  else
    print(
      applied
        .map((s) => `${s.stack}: ${s.add} added, ${s.change} changed, ${s.destroy} destroyed`)
        .join('\n'),
    );
}

/** Hooks before; hooks after, of which those without `after_success` run even when the work failed. */
async function withHooks<T>({ modules, environment }: StackPlan, work: () => Promise<T>): Promise<T> {
  const after = modules.flatMap((module) => module.postdeploy);
  await runHooks(
    modules.flatMap((module) => module.predeploy),
    environment,
  );
  const done = await work().catch(async (error: unknown) => {
    await runHooks(
      after.filter(({ afterSuccess }) => !afterSuccess),
      environment,
    );
    throw error;
  });
  await runHooks(after, environment);
  return done;
}

/** Plans and applies one stack; `before` runs between the two. @throws RunError */
export async function applyStack(
  stack: RunnableStack,
  before: () => void = () => undefined,
  args: readonly string[] = [],
): Promise<AppliedStack> {
  say(`planning ${stack.id}`);
  const { add, change, destroy } = await planStack(stack, args);
  before();
  say(`applying ${stack.id}: ${add} to add, ${change} to change, ${destroy} to destroy`);
  const result = await terraform(
    stack.folder,
    ['apply', '-input=false', '-no-color', '-lock-timeout=60s', 'plan'],
    { show: true },
  );
  const status = result.exitCode === 0 ? 'done' : 'failed';
  logRun(stack, { command: 'apply', status, add, change, destroy, output: result.output });
  if (result.exitCode !== 0) throw failure('apply', stack, result.output);
  return { stack: stack.id, add, change, destroy };
}
