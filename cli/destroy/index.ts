import { applyStack } from '../apply';
import { synthesized } from '../shared/load';
import type { CommonOptions, DataLossOptions, FilterOptions } from '../shared/options';
import { print, say } from '../shared/report';
import { runnable, type RunnableStack } from '../shared/run-stacks';
import { select } from '../shared/select';
import { failure } from '../shared/terraform-failure';
import { init, terraform } from '../shared/terraform';
import { RefusedError, UsageError } from '../shared/usage-error';
import { withGitRef } from './git-ref';

export interface DestroyOptions extends CommonOptions, FilterOptions, DataLossOptions {
  readonly from?: string;
}

/**
 * Destroys stacks in reverse order. What holds data goes only with both keys; then the lifted protections are
 * applied first, because the provider reads `force_destroy` from the state.
 */
export async function destroy(stacks: readonly string[], options: DestroyOptions): Promise<void> {
  if (options.from === undefined) return destroyStacks(stacks, options, {});
  if (stacks.length === 0)
    throw new UsageError('--from needs the stack', 'Write terralake destroy <stack> --from <ref>.');
  return withGitRef(options.config, options.from, (config) =>
    destroyStacks(stacks, { ...options, config }, { ignoreLock: true }),
  );
}

async function destroyStacks(
  stacks: readonly string[],
  options: DestroyOptions,
  how: { ignoreLock?: boolean },
): Promise<void> {
  if (stacks.length === 0 && !options.domain && !options.env && !options.module) {
    throw new UsageError('nothing was named', "Name stacks, or write '*' for all.");
  }
  const result = await synthesized(options, how);
  const selected = [...runnable(result, select(result.platform, stacks, options))].reverse();
  for (const stack of selected) {
    const { size: held } = result.dataAddresses.get(stack.id) ?? new Set();
    const { size: locked } = result.protectedAddresses.get(stack.id) ?? new Set();
    if (locked > 0 || (held > 0 && !result.allowDataLoss.has(stack.id))) throw refusal(stack.id, held);
  }
  for (const stack of selected) {
    if (result.allowDataLoss.has(stack.id)) await applyStack(stack);
    await destroyStack(stack);
    print(`${stack.id}: destroyed`);
  }
}

async function destroyStack(stack: RunnableStack): Promise<void> {
  say(`destroying ${stack.id}`);
  await init(stack.folder);
  const result = await terraform(
    stack.folder,
    ['destroy', '-auto-approve', '-input=false', '-no-color', '-lock-timeout=60s', ...stack.targets],
    { show: true },
  );
  if (result.exitCode !== 0) throw failure('destroy', stack, result.output);
}

function refusal(id: string, held: number): RefusedError {
  return new RefusedError(
    `stack "${id}" holds ${held} resources with data`,
    `Two keys destroy them: \`deletion_protection: false\` in the YAML, and --allow-data-loss ${id}.`,
  );
}
