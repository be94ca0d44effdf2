import { join } from 'node:path';
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
    return [
      {
        id,
        dependencies,
        folder: join(result.outdir, 'stacks', id),
        targets: whole ? [] : targets(result, id, selection),
      },
    ];
  });
}

function targets(result: Synthesized, id: string, { modules }: Selection): readonly string[] {
  return [...(result.addresses.get(id) ?? [])]
    .filter((address) => modules.has(address.slice(address.indexOf('.') + 1).split('__')[0] ?? ''))
    .map((address) => `-target=${address}`);
}
