import { join } from 'node:path';
import { addressOf } from '../core/naming/address';
import type { StackPlan } from '../core/platform/stacks';
import type { Synthesized } from '../core/synthesize';

/** What is chosen of a platform. */
export interface Selection {
  /** Stacks, in file order. */
  readonly plans: readonly StackPlan[];
  /** Modules within them; empty means all. */
  readonly modules: ReadonlySet<string>;
}

/** What is to be run: stacks that were synthesized, and which of them. */
export interface Target {
  readonly result: Synthesized;
  readonly selection: Selection;
}

/** A stack as Terraform sees it. */
export interface StackFolder {
  readonly id: string;
  /** Where Terraform runs. */
  readonly folder: string;
  readonly dependencies: readonly string[];
  /** `-target` arguments, where only some modules of the stack are chosen. */
  readonly targets: readonly string[];
}

/** A stack about to be run. */
export interface RunnableStack extends StackFolder {
  readonly plan: StackPlan;
  /** The same with the chosen modules alone. */
  readonly chosen: StackPlan;
}

/** The selected stacks in dependency order. */
export function runnable({ result, selection }: Target): readonly RunnableStack[] {
  const plans = new Map(selection.plans.map((plan) => [plan.id, plan]));
  return result.stacks.flatMap(({ id, dependencies }) => {
    const plan = plans.get(id);
    if (!plan) return [];
    const modules = chosenModules(plan, selection);
    const isWhole = modules.length === plan.modules.length;
    const targets = isWhole ? [] : targetsIn(result.addresses.get(id), selection);
    // Without a target Terraform would take the whole stack.
    if (!isWhole && targets.length === 0) return [];
    const folder = join(result.outdir, 'stacks', id);
    return [{ id, dependencies, folder, targets, plan, chosen: { ...plan, modules } }];
  });
}

/** The modules of a stack that are chosen. */
export function chosenModules({ modules }: StackPlan, selection: Selection): StackPlan['modules'] {
  return modules.filter(({ name }) => selection.modules.size === 0 || selection.modules.has(name));
}

function targetsIn(addresses: ReadonlySet<string> = new Set(), { modules }: Selection): readonly string[] {
  // An address begins with its module, with an underscore before a digit.
  const beginnings = [...modules].map((module) => `${addressOf(module, [])}__`);
  return [...addresses]
    .filter((address) => {
      const name = address.slice(address.indexOf('.') + 1);
      return beginnings.some((beginning) => name.startsWith(beginning));
    })
    .map((address) => `-target=${address}`);
}
