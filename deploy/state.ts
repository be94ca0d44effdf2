import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StackPlan } from '../core/platform/stacks';
import type { Run } from './run';
import { terraform } from './terraform';

/** A resource as the state has it. */
export interface StateResource {
  readonly type: string;
  /** The second part of its address. */
  readonly name: string;
  /** Of its first instance. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** A resource in the JSON of a state file. */
interface Kept extends Omit<StateResource, 'values'> {
  readonly mode: string;
  readonly instances?: readonly { readonly attributes?: StateResource['values'] }[];
}

/** A resource in what `terraform show` prints. */
interface Shown extends Omit<StateResource, 'values'> {
  readonly mode: string;
  readonly values?: StateResource['values'];
}

/** The managed resources in a stack's state; undefined where the state cannot be read from here. */
export async function stateOf(
  run: Run,
  plan: StackPlan,
  outdir: string,
): Promise<readonly StateResource[] | undefined> {
  const folder = join(outdir, 'stacks', plan.id);
  const { backend } = plan.environment;
  if (backend.kind === 'local')
    return localState(join(folder, '../../..', backend.path ?? 'state', plan.stateKey));
  if (!existsSync(join(folder, '.terraform'))) return undefined;
  const shown = await terraform(run, folder, ['show', '-json', '-no-color']);
  return shown.exitCode === 0 ? shownState(shown.stdout) : undefined;
}

/** How many things a stack's state holds, by type of managed resource. */
export async function countByType(run: Run, folder: string): Promise<ReadonlyMap<string, number>> {
  const { stdout } = await terraform(run, folder, ['state', 'pull']);
  const counts = new Map<string, number>();
  for (const { type, instances = [] } of keptIn(stdout) ?? [])
    counts.set(type, (counts.get(type) ?? 0) + instances.length);
  return counts;
}

function localState(file: string): readonly StateResource[] | undefined {
  if (!existsSync(file)) return [];
  return keptIn(readFileSync(file, 'utf8'))?.map(({ type, name, instances }) => ({
    type,
    name,
    values: instances?.[0]?.attributes ?? {},
  }));
}

function keptIn(text: string): readonly Kept[] | undefined {
  const state = parsed(text) as { readonly resources?: readonly Kept[] } | undefined;
  return state?.resources?.filter(({ mode }) => mode === 'managed');
}

function shownState(text: string): readonly StateResource[] | undefined {
  const state = parsed(text) as
    { readonly values?: { readonly root_module?: { readonly resources?: readonly Shown[] } } } | undefined;
  if (!state) return undefined;
  return (state.values?.root_module?.resources ?? [])
    .filter(({ mode }) => mode === 'managed')
    .map(({ type, name, values = {} }) => ({ type, name, values }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
