import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StackPlan } from '../../core/platform/stacks';
import { terraform } from '../shared/terraform';

/** A resource as the state has it. */
export interface StateResource {
  readonly type: string;
  /** The second part of its address. */
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The managed resources in a stack's state; undefined where the state cannot be read from here. */
export async function stateOf(
  plan: StackPlan,
  outdir: string,
): Promise<readonly StateResource[] | undefined> {
  const folder = join(outdir, 'stacks', plan.id);
  const { backend } = plan.environment;
  if (backend.kind === 'local')
    return localState(join(folder, '../../..', backend.path ?? 'state', plan.stateKey));
  if (!existsSync(join(folder, '.terraform'))) return undefined;
  const shown = await terraform(folder, ['show', '-json', '-no-color']);
  return shown.exitCode === 0 ? shownState(shown.stdout) : undefined;
}

function localState(file: string): readonly StateResource[] | undefined {
  if (!existsSync(file)) return [];
  const state = parsed(readFileSync(file, 'utf8')) as
    | {
        readonly resources?: readonly {
          readonly mode: string;
          readonly type: string;
          readonly name: string;
          readonly instances?: readonly { readonly attributes?: Readonly<Record<string, unknown>> }[];
        }[];
      }
    | undefined;
  return state?.resources
    ?.filter(({ mode }) => mode === 'managed')
    .map(({ type, name, instances }) => ({ type, name, values: instances?.[0]?.attributes ?? {} }));
}

function shownState(text: string): readonly StateResource[] | undefined {
  const state = parsed(text) as
    { readonly values?: { readonly root_module?: { readonly resources?: readonly Shown[] } } } | undefined;
  if (!state) return undefined;
  return (state.values?.root_module?.resources ?? [])
    .filter(({ mode }) => mode === 'managed')
    .map(({ type, name, values = {} }) => ({ type, name, values }));
}

interface Shown extends Omit<StateResource, 'values'> {
  readonly mode: string;
  readonly values?: StateResource['values'];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
