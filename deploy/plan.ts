import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countChanges, none, type ChangeCounts } from './changes';
import { failure } from './failure';
import type { Identity } from './identity';
import { logRun } from './logs';
import { oneByOne, type Outcome } from './outcome';
import { Questions } from './questions';
import type { Run } from './run';
import { runnable, type StackFolder, type Target } from './stacks';
import { init, terraform } from './terraform';

/** A plan that was made: its files and how much it changes. */
export interface PlannedStack extends ChangeCounts {
  readonly stack: string;
  readonly plan: string;
  readonly json: string;
}

export interface PlanOptions {
  readonly as?: Identity;
  /** Further arguments for Terraform, by stack. */
  readonly args?: ReadonlyMap<string, readonly string[]>;
}

/**
 * Plans the selected stacks in order, saving `plan` and `plan.json` in each stack's folder.
 * @throws RefusedError where something does not hold that modules need of AWS
 */
export async function plan(
  run: Run,
  target: Target,
  { as = 'deploy', args }: PlanOptions = {},
): Promise<readonly Outcome<PlannedStack & { readonly pending: readonly string[] }>[]> {
  const questions = new Questions(run, target.result.platform, as);
  await questions.assertConditions(target.selection);
  return oneByOne(run, runnable(target), async (stack) => {
    run.tell({ kind: 'started', action: 'plan', stack: stack.id });
    const answers = await questions.answersFor(stack.plan);
    const made = await planStack(run, stack, [...(args?.get(stack.id) ?? []), ...answers.args]);
    return { ...made, pending: answers.pending };
  });
}

/** One stack: init, plan, JSON. @throws RunError */
export async function planStack(
  run: Run,
  stack: StackFolder,
  args: readonly string[] = [],
): Promise<PlannedStack> {
  await init(run, stack.folder);
  const command = ['plan', '-input=false', '-no-color', '-lock-timeout=60s', '-out=plan'];
  const line = (text: string) => run.tell({ kind: 'line', action: 'plan', stack: stack.id, text });
  const result = await terraform(run, stack.folder, [...command, ...stack.targets, ...args], line);
  if (result.exitCode !== 0) {
    logRun(stack, { command: 'plan', status: 'failed', ...none, output: result.output });
    throw failure('plan', stack, result.output);
  }
  const shown = await terraform(run, stack.folder, ['show', '-json', 'plan']);
  if (shown.exitCode !== 0) throw failure('show', stack, shown.output);
  const json = join(stack.folder, 'plan.json');
  writeFileSync(json, shown.stdout);
  const counts = countChanges(JSON.parse(shown.stdout));
  logRun(stack, { command: 'plan', status: 'done', ...counts, output: result.output });
  run.tell({ kind: 'finished', action: 'plan', stack: stack.id });
  return { stack: stack.id, plan: join(stack.folder, 'plan'), json, ...counts };
}
