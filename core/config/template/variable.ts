import { Text } from '../../platform/text';
import type { Place } from '../../../diagnostics/diagnostic';
import type { ConfigNode } from '../node';
import { jsonCollection } from './json-to-node';
import { fail, type Run } from './run';

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
