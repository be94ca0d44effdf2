import { Text, type ReferenceOrigin } from '../../platform/text';
import type { Place } from '../../../diagnostics/diagnostic';
import { suggestion } from '../nearest';
import type { ConfigNode } from '../node';
import { fail, type Run } from './scope';
import { segments, type Reference, type Segment } from './segments';
import { contextText, contextValue, variableText, variableValue } from './values';

/** The text of a string with its `{{…}}` resolved; undefined where that failed and was reported. */
export function embed(text: string, place: Place, run: Run): Text | undefined {
  return embedSegments(segments(text), place, run);
}

/** Like {@link embed}, where the result must be known before Terraform runs; `what` names it in the message. */
export function embedLiteral(
  text: string | readonly Segment[],
  what: string,
  place: Place,
  run: Run,
): string | undefined {
  const resolved = embedSegments(typeof text === 'string' ? segments(text) : text, place, run);
  if (!resolved) return undefined;
  if (resolved.literal !== undefined) return resolved.literal;
  return fail(
    run,
    'TL207',
    place,
    `${what} "${resolved.describe()}" is known to Terraform only`,
    'State the value itself, or state the account and region of the environment.',
  );
}

function embedSegments(parts: readonly Segment[], place: Place, run: Run): Text | undefined {
  const texts = parts.map((part) => (typeof part === 'string' ? Text.of(part) : reference(part, place, run)));
  return texts.every((text) => text !== undefined) ? Text.of(...texts) : undefined;
}

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
function reference(written: Reference, place: Place, run: Run): Text | undefined {
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

const literalInstead = 'Write the value itself, or take it from the context: {{context:…}}.';

const ways: Readonly<Record<string, string>> = {
  param: `Terralake has no deployment parameters. ${literalInstead}`,
  blueprint: `Terralake makes no SageMaker blueprints. ${literalInstead}`,
  ref: 'There is no CloudFormation template to refer to. Refer to the published parameter: ssm:/….',
};

/** The way round for a kind of `{{kind:…}}` that MDAA has and Terralake has not. */
function leftOut(kind: string): string | undefined {
  return Object.hasOwn(ways, kind) ? ways[kind] : undefined;
}

/** A text that is one SSM parameter. */
export function parameterText(path: string, origin: ReferenceOrigin, place: Place): Text {
  return Text.of({ kind: 'parameter', path, origin, place });
}

/** `{{resolve:…}}` and the `ssm:` prefix; `argument` is what follows `resolve:`. */
export function resolveParameter(argument: string, place: Place, run: Run): Text | undefined {
  const written = `{{resolve:${argument}}}`;
  if (/^(ssm-secure|secretsmanager):/.test(argument)) {
    const help = 'Secrets do not belong in Terraform state. Give the ARN of the secret to what reads it.';
    return fail(run, 'TL601', place, `${written} is not supported`, help);
  }
  if (!argument.startsWith('ssm:')) {
    return fail(run, 'TL301', place, `unknown reference ${written}`, 'Write {{resolve:ssm:/path}}.');
  }
  const path = argument.slice('ssm:'.length);
  if (path.startsWith('arn:')) {
    const help = 'Copy the parameter into this account, or write the value itself.';
    return fail(run, 'TL410', place, `${written} reads a parameter of another account`, help);
  }
  if (path.includes(':')) {
    const help = 'Leave the version out: the current value is read.';
    return fail(run, 'TL601', place, `${written} names a version of a parameter`, help);
  }
  if (path === '') return fail(run, 'TL301', place, `${written} has no path`, 'Write {{resolve:ssm:/path}}.');
  return parameterText(path, 'ssm', place);
}

/** The full path behind `ssm-org:`, `ssm-domain:` and `ssm-env:`, case preserved. */
export function environmentParameter(
  prefix: 'ssm-org' | 'ssm-domain' | 'ssm-env',
  path: string,
  { scope: { organization, domain, environment } }: Run,
): string {
  const above = {
    'ssm-org': [organization],
    'ssm-domain': [organization, domain],
    'ssm-env': [organization, domain, environment],
  }[prefix];
  return ['', ...above, path.replace(/^\//, '')].join('/');
}
