import { dirname } from 'node:path';
import type { SynthesizeOptions } from '../../core/synthesize';
import { destroy as destroyStacks } from '../../deploy/destroy';
import { madeOf } from '../../deploy/outcome';
import { rootFile } from '../shared/configuration';
import { withGitRef } from '../shared/git-ref';
import { synthesized } from '../shared/load';
import type { CommonOptions, DataLossOptions, FilterOptions } from '../shared/options';
import { newRun } from '../shared/run';
import { select } from '../shared/select';
import { UsageError } from '../shared/usage-error';

export interface DestroyOptions extends CommonOptions, FilterOptions, DataLossOptions {
  readonly from?: string;
}

/** Destroys the selected stacks, of the configuration as it is or as it was at a git ref. */
export async function destroy(stacks: readonly string[], options: DestroyOptions): Promise<void> {
  if (options.from === undefined) return destroyNamed(stacks, options, {});
  if (stacks.length === 0)
    throw new UsageError('--from needs the stack', 'Write terralake destroy <stack> --from <ref>.');
  const file = rootFile(options.config);
  return withGitRef(file, options.from, (config) =>
    destroyNamed(stacks, { ...options, config }, { ignoreLock: true, lockFolder: dirname(file) }),
  );
}

async function destroyNamed(
  stacks: readonly string[],
  options: DestroyOptions,
  overrides: Pick<SynthesizeOptions, 'ignoreLock' | 'lockFolder'>,
): Promise<void> {
  if (stacks.length === 0 && !options.domain && !options.env && !options.module) {
    throw new UsageError('nothing was named', "Name stacks, or write '*' for all.");
  }
  const result = await synthesized(options, overrides);
  const selection = select(result.platform, stacks, options);
  madeOf(await destroyStacks(newRun(), { result, selection }, { from: options.from }));
}
