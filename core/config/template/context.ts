import { Text } from '../../platform/text';
import type { Label, Place } from '../../../diagnostics/diagnostic';
import { suggestion } from '../nearest';
import type { ConfigNode } from '../node';
import { fail, type Run } from './run';

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
