import { dirname } from 'node:path';
import { moduleWords } from '../../core/platform/checks/words';
import type { StackPlan } from '../../core/platform/stacks';
import { Ledger } from '../../deploy/ledger';
import { applyStack } from '../apply';
import { logRun } from '../logs/runs';
import { none } from '../plan/count-changes';
import { rootFile } from '../shared/configuration';
import { synthesized } from '../shared/load';
import type { CommonOptions, DataLossOptions, FilterOptions } from '../shared/options';
import { print, say, sayDiagnostics } from '../shared/report';
import { runnable, type RunnableStack } from '../shared/run-stacks';
import { select } from '../shared/select';
import { failure } from '../shared/terraform-failure';
import { init, terraform } from '../shared/terraform';
import { RefusedError, UsageError } from '../shared/usage-error';
import { withGitRef } from '../shared/git-ref';

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
  const file = rootFile(options.config);
  return withGitRef(file, options.from, (config) =>
    destroyStacks(stacks, { ...options, config }, { ignoreLock: true, lockFolder: dirname(file) }),
  );
}

async function destroyStacks(
  stacks: readonly string[],
  options: DestroyOptions,
  how: { readonly ignoreLock?: boolean; readonly lockFolder?: string },
): Promise<void> {
  if (stacks.length === 0 && !options.domain && !options.env && !options.module) {
    throw new UsageError('nothing was named', "Name stacks, or write '*' for all.");
  }
  const result = await synthesized(options, how);
  const selection = select(result.platform, stacks, options);
  const selected = [...runnable(result, selection)].reverse();
  for (const stack of selected) {
    const { size: held } = result.dataAddresses.get(stack.id) ?? new Set();
    const { size: locked } = result.protectedAddresses.get(stack.id) ?? new Set();
    if (locked > 0 || (held > 0 && !result.allowDataLoss.has(stack.id)))
      throw refusal(stack.id, held, options.from);
  }
  const ledger = new Ledger(result.lock);
  for (const stack of selected) {
    if (result.allowDataLoss.has(stack.id)) await applyStack(stack);
    await destroyStack(stack);
    print(`${stack.id}: destroyed`);
    const plan = selection.plans.find(({ id }) => id === stack.id);
    if (!plan || stack.targets.length > 0) continue;
    ledger.record((lock) => lock.afterDestroy(plan));
    remind(plan);
  }
}

/** What is left to do by hand after modules are gone. */
function remind({ environment, modules }: StackPlan): void {
  for (const module of modules) {
    if (!module.record) continue;
    const found =
      module.definition.checkGone?.(moduleWords({ environment, module }), module.record, []) ?? [];
    sayDiagnostics(found.filter(({ severity }) => severity === 'warning'));
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
  const status = result.exitCode === 0 ? 'done' : 'failed';
  logRun(stack, { command: 'destroy', status, ...none, output: result.output });
  if (result.exitCode !== 0) throw failure('destroy', stack, result.output);
}

function refusal(id: string, held: number, from: string | undefined): RefusedError {
  return new RefusedError(
    `stack "${id}" holds ${held} resources with data`,
    `Two keys destroy them: \`deletion_protection: false\` in the YAML${from === undefined ? '' : ` of ${from}`}, and --allow-data-loss ${id}.`,
  );
}
