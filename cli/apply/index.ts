import { apply as applyStacks } from '../../deploy/apply';
import { madeOf } from '../../deploy/outcome';
import { synthesized } from '../shared/load';
import type { CommonOptions, DataLossOptions, FilterOptions } from '../shared/options';
import { print, printJson } from '../shared/report';
import { newRun } from '../shared/run';
import { select } from '../shared/select';

export interface ApplyOptions extends CommonOptions, FilterOptions, DataLossOptions {}

/** Applies the selected stacks, and prints how much that changed in each. */
export async function apply(stacks: readonly string[], options: ApplyOptions): Promise<void> {
  const result = await synthesized(options);
  const selection = select(result.platform, stacks, options);
  const applied = madeOf(await applyStacks(newRun(), { result, selection }));
  if (options.json === true) printJson(applied);
  else
    print(
      applied
        .map((s) => `${s.stack}: ${s.add} added, ${s.change} changed, ${s.destroy} destroyed`)
        .join('\n'),
    );
}
