import { join } from 'node:path';
import { addressOf } from '../../core/naming/address';
import type { Synthesized } from '../../core/synthesize';
import type { Selection } from './select';

/** A stack about to be run, with the folder Terraform runs in. */
export interface RunnableStack {
  readonly id: string;
  readonly folder: string;
  readonly dependencies: readonly string[];
  /** `-target` arguments for `--module` within a stack of several modules. */
  readonly targets: readonly string[];
}

/** The selected stacks in dependency order. */
export function runnable(
  result: Synthesized & { readonly outdir: string },
  selection: Selection,
): readonly RunnableStack[] {
  const plans = new Map(selection.plans.map((plan) => [plan.id, plan]));
  return result.stacks.flatMap(({ id, dependencies }) => {
    const plan = plans.get(id);
    if (!plan) return [];
    const whole = plan.modules.every(
      (module) => selection.modules.size === 0 || selection.modules.has(module.name),
    );
    const chosen = whole ? [] : targets(result, id, selection);
    // Without a target Terraform would take the whole stack.
    if (!whole && chosen.length === 0) return [];
    return [{ id, dependencies, folder: join(result.outdir, 'stacks', id), targets: chosen }];
  });
}

function targets(result: Synthesized, id: string, { modules }: Selection): readonly string[] {
  // An address begins with its module, with an underscore before a digit.
  const beginnings = [...modules].map((module) => `${addressOf(module, [])}__`);
  return [...(result.addresses.get(id) ?? [])]
    .filter((address) => {
      const name = address.slice(address.indexOf('.') + 1);
      return beginnings.some((beginning) => name.startsWith(beginning));
    })
    .map((address) => `-target=${address}`);
}
