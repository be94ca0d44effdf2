import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { logRun } from '../logs/runs';
import { Asker, type StackAnswer } from '../ask';
import { synthesized } from '../shared/load';
import type { CommonOptions, FilterOptions } from '../shared/options';
import { print, printJson, say } from '../shared/report';
import { runnable, type RunnableStack } from '../shared/run-stacks';
import { select } from '../shared/select';
import { failure } from '../shared/terraform-failure';
import { init, terraform } from '../shared/terraform';
import { UsageError } from '../shared/usage-error';
import { countChanges, none, type ChangeCounts } from './count-changes';
import { planRoles } from './plan-roles';

export interface PlanOptions extends CommonOptions, FilterOptions {
  readonly as?: string;
}

/** A plan that was made: its files and how much it changes. */
export interface PlannedStack extends ChangeCounts {
  readonly stack: string;
  readonly plan: string;
  readonly json: string;
}

/** Plans the selected stacks in order, saving `plan` and `plan.json` in each stack's folder. */
export async function plan(stacks: readonly string[], options: PlanOptions): Promise<void> {
  if (options.as !== undefined && options.as !== 'plan')
    throw new UsageError(`--as ${options.as} is unknown`, 'Write --as plan.');
  const result = await synthesized(options);
  const selection = select(result.platform, stacks, options);
  const identities = new Map(
    selection.plans.map(({ id, environment }) => [
      id,
      options.as === 'plan' ? planRoles(result, id, environment) : [],
    ]),
  );
  const planned: (PlannedStack & Pick<StackAnswer, 'pending'>)[] = [];
  const asker = new Asker(result.platform, options.as === 'plan' ? 'plan' : 'deploy');
  await asker.dashboards(selection);
  for (const stack of runnable(result, selection)) {
    say(`planning ${stack.id}`);
    const { args, pending } = await asker.tables(selection.plans.find(({ id }) => id === stack.id));
    const made = await planStack(stack, [...(identities.get(stack.id) ?? []), ...args]);
    planned.push({ ...made, pending });
  }
  if (options.json === true) printJson(planned);
  else print(planned.map(line).join('\n'));
}

/** One stack: init, plan, JSON. @throws RunError */
export async function planStack(
  stack: RunnableStack,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string | undefined>> = {},
): Promise<PlannedStack> {
  await init(stack.folder, environment);
  const command = [
    'plan',
    '-input=false',
    '-no-color',
    '-lock-timeout=60s',
    '-out=plan',
    ...stack.targets,
    ...args,
  ];
  const result = await terraform(stack.folder, command, { environment });
  if (result.exitCode !== 0) {
    logRun(stack, { command: 'plan', status: 'failed', ...none, output: result.output });
    throw failure('plan', stack, result.output);
  }
  const shown = await terraform(stack.folder, ['show', '-json', 'plan'], { environment });
  if (shown.exitCode !== 0) throw failure('show', stack, shown.output);
  const json = join(stack.folder, 'plan.json');
  writeFileSync(json, shown.stdout);
  const counts = countChanges(JSON.parse(shown.stdout));
  logRun(stack, { command: 'plan', status: 'done', ...counts, output: result.output });
  return { stack: stack.id, plan: join(stack.folder, 'plan'), json, ...counts };
}

function line({ stack, add, change, destroy, plan: file }: PlannedStack): string {
  const what =
    add + change + destroy === 0 ? 'no changes' : `${add} to add, ${change} to change, ${destroy} to destroy`;
  return `${stack}: ${what} (${file})`;
}
