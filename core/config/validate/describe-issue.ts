import type * as z from 'zod';
import { type Code, isCode } from '../../../diagnostics/code';
import type { Located } from '../locate';
import { suggestion } from '../nearest';
import { type ConfigNode, describeNode } from '../node';

/** An issue in our own words. */
interface Description {
  readonly code: Code;
  readonly message: string;
  readonly help: string;
}

/** Says what is wrong with a value, and what to do. Never zod's prose. */
export function describeIssue(issue: z.core.$ZodIssue, { node, found }: Located): Description {
  const [key] = issue.path.slice(-1);
  if (!found && issue.path.length > 0 && !(issue.code === 'custom' && issue.params?.['code'])) {
    return missing(String(key));
  }
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(kinds[issue.expected] ?? issue.expected, node);
    case 'invalid_value':
      return notAllowed(node, issue.values.map(String));
    case 'invalid_union':
      return union(issue, node);
    case 'invalid_key':
      return invalidKey(String(key), issue.issues);
    case 'custom':
      return custom(issue, node, found, String(key));
    case 'too_small':
    case 'too_big':
      return size(issue, node);
    case 'invalid_format':
      return refused(
        node,
        `Write ${issue.pattern === undefined ? issue.format : `text of the form ${issue.pattern}`}.`,
      );
    case 'not_multiple_of':
      return refused(node, `Write a multiple of ${issue.divisor}.`);
    case 'invalid_element':
    case 'unrecognized_keys':
      return refused(node, 'See the documentation of the module.');
  }
}

function refused(node: ConfigNode, help: string): Description {
  return { code: 'TL204', message: `${describeNode(node)} is not allowed here`, help };
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'a map',
  record: 'a map',
  null: 'nothing',
};

function missing(key: string): Description {
  return { code: 'TL203', message: `the key "${key}" is missing`, help: `Add \`${key}:\` here.` };
}

function wrongType(expected: string, node: ConfigNode): Description {
  const isNumber = node.kind === 'scalar' && typeof node.value === 'number';
  const isWord = node.kind === 'scalar' && typeof node.value === 'string';
  const help =
    expected === 'text' && isNumber
      ? `Put it in quotes: "${node.source ?? String(node.value)}"`
      : expected === 'true or false' && isWord && /^(yes|no|on|off)$/i.test(String(node.value))
        ? `Write ${/^(yes|on)$/i.test(String(node.value)) ? 'true' : 'false'}: YAML 1.2 reads this as a word.`
        : `Write ${expected}.`;
  return { code: 'TL202', message: `${expected} is expected, this is ${describeNode(node)}`, help };
}

function notAllowed(node: ConfigNode, values: readonly string[]): Description {
  const written = node.kind === 'scalar' ? String(node.source ?? describeValue(node)) : '';
  return refused(node, values.length === 1 ? `Write ${values[0]}.` : suggestion(written, values));
}

/** Alternatives told apart by a key carry its possible values, though zod's type of the issue does not say so. */
function union(issue: z.core.$ZodIssueInvalidUnion, node: ConfigNode): Description {
  const options: unknown = 'options' in issue ? issue.options : undefined;
  return Array.isArray(options) ? notAllowed(node, options.map(String)) : wrongType('something else', node);
}

function describeValue(node: Extract<ConfigNode, { kind: 'scalar' }>): string {
  return typeof node.value === 'object' && node.value !== null ? node.value.describe() : String(node.value);
}

function invalidKey(key: string, issues: readonly z.core.$ZodIssue[]): Description {
  const [first] = issues;
  const params: Readonly<Record<string, unknown>> = first?.code === 'custom' ? (first.params ?? {}) : {};
  const help = typeof params['help'] === 'string' ? params['help'] : 'Choose another key.';
  const values = first?.code === 'invalid_value' ? first.values.map(String) : undefined;
  return {
    code: codeOf(params['code']) ?? (values ? 'TL201' : 'TL204'),
    message: `"${key}" is not allowed as a key`,
    help: values ? suggestion(key, values) : help,
  };
}

function custom(issue: z.core.$ZodIssueCustom, node: ConfigNode, found: boolean, key: string): Description {
  const params: Readonly<Record<string, unknown>> = issue.params ?? {};
  if (typeof params['expected'] === 'string') {
    return found ? wrongType(params['expected'], node) : missing(key);
  }
  return {
    code: codeOf(params['code']) ?? 'TL204',
    message: issue.message,
    help: typeof params['help'] === 'string' ? params['help'] : 'See the documentation of the module.',
  };
}

function codeOf(value: unknown): Code | undefined {
  return isCode(value) ? value : undefined;
}

function size(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, node: ConfigNode): Description {
  const [limit, word] = issue.code === 'too_small' ? [issue.minimum, 'at least'] : [issue.maximum, 'at most'];
  const unit =
    issue.origin === 'string'
      ? ' characters'
      : ['array', 'set', 'map', 'object'].includes(issue.origin)
        ? ' entries'
        : '';
  return {
    code: 'TL204',
    message: `${describeNode(node)} is too ${issue.code === 'too_small' ? 'small' : 'large'}`,
    help: `Write ${word} ${String(limit)}${unit}.`,
  };
}
