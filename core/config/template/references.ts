import { Text } from '../../platform/text';
import type { Place } from '../../../diagnostics/diagnostic';
import { suggestion } from '../nearest';
import type { ConfigNode } from '../node';
import { contextText, contextValue } from './context';
import { embedLiteral } from './embed';
import { leftOut } from './left-out';
import { environmentParameter, parameterText, resolveParameter } from './parameter';
import { fail, type Run } from './run';
import type { Reference } from './segments';
import { variableText, variableValue } from './variable';

type Handler = (argument: string, place: Place, run: Run) => Text | undefined;

const handlers: Readonly<Record<string, Handler>> = {
  context: contextText,
  env_var: variableText,
  resolve: resolveParameter,
  'ssm-org': inline('ssm-org'),
  'ssm-domain': inline('ssm-domain'),
  'ssm-env': inline('ssm-env'),
};

/** What a `{{…}}` inside a longer string stands for. */
export function reference(written: Reference, place: Place, run: Run): Text | undefined {
  const body = embedLiteral(written.body, 'the name in a reference', place, run);
  if (body === undefined) return undefined;
  const [name, argument] = split(body);
  if (argument === undefined) return word(name, place, run);
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
  if (handler) return handler(argument, place, run);
  const round = leftOut(name);
  if (round !== undefined) return fail(run, 'TL601', place, `{{${name}:…}} is not supported`, round);
  return unknown(body, place, run);
}

/** What a `{{…}}` that is the whole value stands for: also a list, a map, a number or a boolean. */
export function nakedReference(written: Reference, place: Place, run: Run): ConfigNode | undefined {
  const [first] = written.body;
  const kind = typeof first === 'string' ? split(first)[0] : '';
  if (kind === 'context' || kind === 'env_var') {
    const body = embedLiteral(written.body, 'the name in a reference', place, run);
    if (body === undefined) return undefined;
    const argument = body.slice(kind.length + 1);
    return kind === 'context' ? contextValue(argument, place, run) : variableValue(argument, place, run);
  }
  const text = reference(written, place, run);
  return text && { kind: 'scalar', value: text.literal ?? text, place };
}

function word(name: string, place: Place, run: Run): Text | undefined {
  const known = run.scope.words.get(name);
  if (!known) return unknown(name, place, run);
  return Text.of('literal' in known ? known.literal : { kind: known.dynamic, place });
}

function unknown(body: string, place: Place, run: Run): undefined {
  const known = [...run.scope.words.keys(), ...Object.keys(handlers).map((handler) => `${handler}:…`)];
  return fail(run, 'TL301', place, `unknown reference {{${body}}}`, suggestion(body.trim(), known));
}

function inline(prefix: 'ssm-org' | 'ssm-domain' | 'ssm-env'): Handler {
  return (argument, place, run) =>
    parameterText(environmentParameter(prefix, argument, run).toLowerCase(), 'ssm', place);
}

function split(body: string): readonly [string, string | undefined] {
  const colon = body.indexOf(':');
  return colon === -1 ? [body, undefined] : [body.slice(0, colon), body.slice(colon + 1)];
}
