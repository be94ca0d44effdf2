import type { StackPlan } from '../../core/platform/stacks';
import { madeOf } from '../../deploy/outcome';
import { plan as planStacks, type PlannedStack } from '../../deploy/plan';
import { planRoles } from '../../deploy/plan-roles';
import type { Target } from '../../deploy/stacks';
import { synthesized } from '../shared/load';
import type { CommonOptions, FilterOptions } from '../shared/options';
import { changesText } from '../shared/progress';
import { print, printJson } from '../shared/report';
import { newRun } from '../shared/run';
import { select } from '../shared/select';
import { UsageError } from '../shared/usage-error';

export interface PlanOptions extends CommonOptions, FilterOptions {
  readonly as?: string;
}

/** Plans the selected stacks, and prints how much each would change. */
export async function plan(stacks: readonly string[], options: PlanOptions): Promise<void> {
  if (options.as !== undefined && options.as !== 'plan')
    throw new UsageError(`--as ${options.as} is unknown`, 'Write --as plan.');
  const result = await synthesized(options);
  const target = { result, selection: select(result.platform, stacks, options) };
  const roles = options.as === 'plan' ? { as: 'plan' as const, args: roleArguments(target) } : {};
  const planned = madeOf(await planStacks(newRun(), target, roles));
  if (options.json === true) printJson(planned);
  else print(planned.map(line).join('\n'));
}

/** @throws UsageError where a stack lacks a plan role that could be assumed */
function roleArguments({ result, selection }: Target): ReadonlyMap<string, readonly string[]> {
  return new Map(
    selection.plans.map((stack) => {
      const roles = planRoles(result, stack);
      if ('args' in roles) return [stack.id, roles.args];
      throw lacking(stack, roles.lackingIn);
    }),
  );
}

function lacking({ id, environment: { domain, name } }: StackPlan, account: string | undefined): UsageError {
  if (account === undefined) {
    return new UsageError(
      `--as plan needs planRoleArn and assumeDeployRole: true, which ${domain}/${name} lacks`,
      'Set both on the environment.',
    );
  }
  return new UsageError(
    `--as plan needs a plan role in the account ${account}, where stack "${id}" reads or works too`,
    'Give an environment of that account a `planRoleArn:`, or write the one of this environment with `{{account}}`.',
  );
}

function line({ plan: file, ...made }: PlannedStack): string {
  const what = made.add + made.change + made.destroy === 0 ? 'no changes' : changesText(made);
  return `${made.stack}: ${what} (${file})`;
}
