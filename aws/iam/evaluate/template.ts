import type { Truth } from './truth';
import { any, globMatches, globOf, matcher, type Glob } from '../glob';
import type { RequestContext } from './request';
import { sure } from './truth';

/** A policy variable: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
interface Variable {
  readonly key: string;
  /** What stands in for it where the request has no such key. */
  readonly otherwise: string | undefined;
}

/** What a template stands for in one request; `unmatchable` when a variable has no value. */
export type Expansion =
  { readonly kind: 'sure' | 'unknown'; readonly glob: Glob } | { readonly kind: 'unmatchable' };

/** A text of a policy, with its variables. */
export interface Template {
  readonly variables: readonly Variable[];
  expand(context: RequestContext): Expansion;
}

const expression = /\$\{([^}]*)\}/g;
const variable = /^\s*([^\s,']+)\s*(?:,\s*'([^']*)'\s*)?$/;

/** The variables of a text, as written between `${` and `}`; `*`, `?` and `$` are none. */
export function variablesOf(text: string): readonly string[] {
  return [...text.matchAll(expression)]
    .map(([, inner = '']) => inner)
    .filter((inner) => !['*', '?', '$'].includes(inner));
}

/** Whether a variable, without `${` and `}`, can be looked up. */
export function isVariable(inner: string): boolean {
  return variable.test(inner);
}

/**
 * Reads a text of a policy.
 *
 * @param wildcards whether `*` and `?` are wildcards, and not themselves
 * @param variables whether `${…}` is a variable, and not itself
 */
export function templateOf(
  text: string,
  { wildcards, variables }: { readonly wildcards: boolean; readonly variables: boolean },
): Template {
  const plain = wildcards ? globOf : (part: string): Glob => part;
  if (!variables || !text.includes('${')) return constant(plain(text));
  const parts: (Glob | Variable | undefined)[] = [];
  let end = 0;
  for (const match of text.matchAll(expression)) {
    parts.push(plain(text.slice(end, match.index)), partOf(match[1] ?? ''));
    end = match.index + match[0].length;
  }
  parts.push(plain(text.slice(end)));
  if (parts.every((part) => typeof part === 'string')) return constant(parts.join(''));
  return {
    variables: parts.filter((part) => typeof part === 'object'),
    expand: (context) => expand(parts, context),
  };
}

function constant(glob: Glob): Template {
  const expansion = { kind: 'sure', glob } as const;
  return { variables: [], expand: () => expansion };
}

/** Undefined for what nobody understands. */
function partOf(inner: string): Glob | Variable | undefined {
  if (inner === '*' || inner === '?' || inner === '$') return inner;
  const [, key, otherwise] = variable.exec(inner) ?? [];
  return key === undefined ? undefined : { key, otherwise };
}

function expand(parts: readonly (Glob | Variable | undefined)[], context: RequestContext): Expansion {
  let glob = '';
  let kind: 'sure' | 'unknown' = 'sure';
  for (const part of parts) {
    if (typeof part === 'string') {
      glob += part;
      continue;
    }
    const value = part ? valueOf(part, context) : 'unknown';
    if (value === 'absent') return { kind: 'unmatchable' };
    if (value === 'unknown') kind = 'unknown';
    glob += value === 'unknown' ? any : value.text;
  }
  return { kind, glob };
}

function valueOf(
  { key, otherwise }: Variable,
  context: RequestContext,
): { text: string } | 'absent' | 'unknown' {
  const values = context.get(key);
  if (values === 'unknown') return values;
  if (values === 'absent' || values.length === 0)
    return otherwise === undefined ? 'absent' : { text: otherwise };
  const [text, ...more] = values;
  return text === undefined || more.length > 0 ? 'unknown' : { text };
}

/** A function that tells whether a value matches all of a template. */
export function templateMatcher(template: Template): (value: string, context: RequestContext) => Truth {
  if (template.variables.length === 0) {
    const expansion = template.expand({ get: () => 'unknown' });
    if (expansion.kind === 'sure') {
      const matches = matcher(expansion.glob);
      return (value) => sure(matches(value));
    }
  }
  return (value, context) => {
    const expansion = template.expand(context);
    if (expansion.kind === 'unmatchable' || !globMatches(expansion.glob, value)) return 'no';
    return expansion.kind === 'sure' ? 'yes' : 'unknown';
  };
}
