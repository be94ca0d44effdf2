import type { Diagnostic } from '../diagnostics/diagnostic';
import { moduleWords } from '../core/platform/checks/words';
import type { StackPlan } from '../core/platform/stacks';
import type { Synthesized } from '../core/synthesize';
import { applyStack } from './apply';
import { none } from './changes';
import { RefusedError } from './errors';
import { failure } from './failure';
import { Ledger } from './ledger';
import { logRun } from './logs';
import { oneByOne, type Outcome } from './outcome';
import type { Run } from './run';
import { runnable, type StackFolder, type Target } from './stacks';
import { init, terraform } from './terraform';

export interface DestroyOptions {
  /** The git ref that the configuration is of, where it is an earlier one. */
  readonly from?: string | undefined;
}

/**
 * Destroys the selected stacks in reverse order. What holds data goes only with both keys; then the lifted protections
 * are applied first, because the provider reads `force_destroy` from the state.
 * @throws RefusedError before anything is run, where a key is missing
 */
export async function destroy(
  run: Run,
  target: Target,
  { from }: DestroyOptions = {},
): Promise<readonly Outcome<void>[]> {
  const { result } = target;
  const stacks = [...runnable(target)].reverse();
  for (const { id } of stacks) assertMayGo(id, result, from);
  const ledger = new Ledger(result.lock);
  return oneByOne(run, stacks, async (stack) => {
    if (result.allowDataLoss.has(stack.id)) await applyStack(run, stack);
    await destroyStack(run, stack);
    if (stack.targets.length > 0) return;
    ledger.record((lock) => lock.afterDestroy(stack.plan));
    const findings = leftToDo(stack.plan);
    if (findings.length > 0) run.tell({ kind: 'found', findings });
  });
}

function assertMayGo(id: string, result: Synthesized, from: string | undefined): void {
  const { size: held } = result.dataAddresses.get(id) ?? new Set();
  const { size: locked } = result.protectedAddresses.get(id) ?? new Set();
  if (locked === 0 && (held === 0 || result.allowDataLoss.has(id))) return;
  throw new RefusedError(
    `stack "${id}" holds ${held} resources with data`,
    `Two keys destroy them: \`deletion_protection: false\` in the YAML${from === undefined ? '' : ` of ${from}`}, and --allow-data-loss ${id}.`,
  );
}

/** What is left to do by hand after modules are gone. */
function leftToDo({ environment, modules }: StackPlan): readonly Diagnostic[] {
  return modules.flatMap((module) => {
    const { definition, record } = module;
    const found = record
      ? (definition.checkGone?.(moduleWords({ environment, module }), record, []) ?? [])
      : [];
    return found.filter(({ severity }) => severity === 'warning');
  });
}

async function destroyStack(run: Run, stack: StackFolder): Promise<void> {
  const { id } = stack;
  run.tell({ kind: 'started', action: 'destroy', stack: id });
  await init(run, stack.folder);
  const command = ['destroy', '-auto-approve', '-input=false', '-no-color', '-lock-timeout=60s'];
  const line = (text: string) => run.tell({ kind: 'line', action: 'destroy', stack: id, text });
  const { exitCode, output } = await terraform(run, stack.folder, [...command, ...stack.targets], line);
  const status = exitCode === 0 ? 'done' : 'failed';
  logRun(stack, { command: 'destroy', status, ...none, output });
  if (exitCode !== 0) throw failure('destroy', stack, output);
  run.tell({ kind: 'finished', action: 'destroy', stack: id });
}
