import type { ChangeCounts } from './changes';
import { failure } from './failure';
import { withHooks } from './hooks';
import { Ledger } from './ledger';
import { logRun } from './logs';
import { oneByOne, type Outcome } from './outcome';
import { planStack } from './plan';
import { Questions } from './questions';
import type { Run } from './run';
import { runnable, type StackFolder, type Target } from './stacks';
import { terraform } from './terraform';

/** A stack that was applied, and how much that changed. */
export interface AppliedStack extends ChangeCounts {
  readonly stack: string;
}

/**
 * Applies the selected stacks in order, each by the plan just made, with the hooks of its modules around it, and
 * records what is protected in the lock file.
 * @throws RefusedError where something does not hold that modules need of AWS
 */
export async function apply(
  run: Run,
  target: Target,
): Promise<readonly Outcome<AppliedStack & { readonly pending: readonly string[] }>[]> {
  const { result, selection } = target;
  const questions = new Questions(run, result.platform, 'deploy');
  await questions.assertConditions(selection);
  const ledger = new Ledger(result.lock);
  return oneByOne(run, runnable(target), async (stack) => {
    const { plan, chosen, targets } = stack;
    const done = await withHooks(run, chosen, async () => {
      const { args, pending } = await questions.answersFor(plan);
      const before = () => ledger.record((lock) => lock.beforeApply(result, chosen));
      return { ...(await applyStack(run, stack, before, args)), pending };
    });
    ledger.record((lock) => {
      const next = lock.afterApply(result, plan, targets.length > 0 ? chosen : undefined);
      return next.withRecords(questions.recordedIn(next.records));
    });
    return done;
  });
}

/** Plans and applies one stack; `before` runs between the two. @throws RunError */
export async function applyStack(
  run: Run,
  stack: StackFolder,
  before: () => void = () => undefined,
  args: readonly string[] = [],
): Promise<AppliedStack> {
  const { id } = stack;
  run.tell({ kind: 'started', action: 'plan', stack: id });
  const { add, change, destroy } = await planStack(run, stack, args);
  before();
  run.tell({ kind: 'started', action: 'apply', stack: id, changes: { add, change, destroy } });
  const command = ['apply', '-input=false', '-no-color', '-lock-timeout=60s', 'plan'];
  const line = (text: string) => run.tell({ kind: 'line', action: 'apply', stack: id, text });
  const { exitCode, output } = await terraform(run, stack.folder, command, line);
  const status = exitCode === 0 ? 'done' : 'failed';
  logRun(stack, { command: 'apply', status, add, change, destroy, output });
  if (exitCode !== 0) throw failure('apply', stack, output);
  run.tell({ kind: 'finished', action: 'apply', stack: id });
  return { stack: id, add, change, destroy };
}
