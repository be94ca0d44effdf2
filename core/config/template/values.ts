import { Text } from '../../platform/text';
import type { Label, Place } from '../../../diagnostics/diagnostic';
import { suggestion } from '../nearest';
import { jsonCollection, type ConfigNode } from '../node';
import { fail, type Run } from './scope';

/** The value of a context key, its own references resolved. */
export function contextValue(key: string, place: Place, run: Run): ConfigNode | undefined {
  const { context } = run.scope;
  const value = context.get(key);
  if (!value || (value.kind === 'scalar' && value.value === null)) {
    const state = value ? 'has no value' : 'does not exist';
    const help = `${suggestion(key, [...context.keys()])} Context is set with \`context:\` or --context.`;
    return fail(run, 'TL302', place, `the context key "${key}" ${state}`, help);
  }
  if (run.contextKeys.includes(key)) {
    const way = [...run.contextKeys, key].join(' → ');
    const message = `the context key "${key}" refers to itself: ${way}`;
    return fail(run, 'TL302', circle(key, place, run), message, 'Break the circle.');
  }
  return run.node(value, { ...run, contextKeys: [...run.contextKeys, key] });
}

/** The references that close the circle, the last one first. */
function circle(key: string, place: Place, { contextKeys, scope }: Run): readonly Label[] {
  const keys = contextKeys.slice(contextKeys.indexOf(key));
  const labels = keys.map((one, index) => ({
    place: scope.context.get(one)?.place ?? place,
    words: `${one} refers to ${keys[index + 1] ?? key}`,
  }));
  return [{ ...labels.at(-1), place }, ...labels.slice(0, -1)];
}

/** The value of a context key inside a longer string. */
export function contextText(key: string, place: Place, run: Run): Text | undefined {
  const value = contextValue(key, place, run);
  if (!value) return undefined;
  if (value.kind !== 'scalar') {
    const help = 'Let {{context:…}} be the whole value, or use a key that holds text.';
    return fail(run, 'TL310', place, `the context key "${key}" holds a ${value.kind}`, help);
  }
  if (value.failed) return undefined;
  return value.value instanceof Text ? value.value : Text.of(value.source ?? String(value.value));
}

/** An environment variable as the whole value: a JSON list or object becomes one. */
export function variableValue(name: string, place: Place, run: Run): ConfigNode | undefined {
  const value = variable(name, place, run);
  if (value === undefined) return undefined;
  return jsonCollection(value, place) ?? { kind: 'scalar', value, place };
}

/** An environment variable inside a longer string. */
export function variableText(name: string, place: Place, run: Run): Text | undefined {
  const value = variable(name, place, run);
  return value === undefined ? undefined : Text.of(value);
}

function variable(name: string, place: Place, run: Run): string | undefined {
  const { variables } = run.scope;
  const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (value !== undefined) return value;
  const help = `Set it before running: export ${name}=….`;
  return fail(run, 'TL303', place, `the environment variable ${name} is not set`, help);
}
