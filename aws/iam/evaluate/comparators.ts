import { BlockList, isIP } from 'node:net';
import { globMatches, type Glob } from '../glob';
import type { RequestContext } from './request';
import { templateMatcher, templateOf } from './template';
import { sure, type Truth } from './truth';

/** Whether a value of the request is as a value of the policy says. */
export type ValueTest = (value: string, context: RequestContext) => Truth;

/** Reads a value of a policy; `variables` tells whether it may have variables. */
export type Comparator = (expected: string, variables: boolean) => ValueTest;

/** `StringEquals`, after both sides were folded to one case or none. */
function stringTest(fold: (text: string) => string): Comparator {
  return (expected, variables) => {
    const template = templateOf(expected, { wildcards: false, variables });
    return (value, context) => {
      const expansion = template.expand(context);
      if (expansion.kind === 'unmatchable' || !globMatches(fold(expansion.glob), fold(value))) return 'no';
      return expansion.kind === 'sure' ? 'yes' : 'unknown';
    };
  };
}

/** `StringLike`: `*` and `?` are wildcards, letters keep their case. */
const likeTest: Comparator = (expected, variables) =>
  templateMatcher(templateOf(expected, { wildcards: true, variables }));

/**
 * `ArnEquals` and `ArnLike`, which are the same: each of the six parts of an ARN is compared by itself, the last with
 * all its colons. What is no ARN equals none; what AWS does with a pattern of fewer parts is not known.
 */
const arnTest: Comparator = (expected, variables) => {
  const template = templateOf(expected, { wildcards: true, variables });
  return (value, context) => {
    const expansion = template.expand(context);
    if (expansion.kind === 'unmatchable') return 'no';
    // A variable that is not known may hold colons.
    if (expansion.kind === 'unknown') return globMatches(expansion.glob, value) ? 'unknown' : 'no';
    return arnMatches(expansion.glob, value);
  };
};

function arnMatches(glob: Glob, value: string): Truth {
  const patterns = arnParts(glob);
  if (patterns.length < 6) return globMatches(glob, value) ? 'unknown' : 'no';
  const parts = arnParts(value);
  return sure(parts.length === 6 && patterns.every((pattern, i) => globMatches(pattern, parts[i] ?? '')));
}

function arnParts(arn: string): readonly string[] {
  const parts = arn.split(':');
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}

type Order = (value: number, expected: number) => boolean;

/** Numbers or dates in an order; what is none on either side leaves the answer open. */
function orderTest(read: (text: string) => number, order: Order): Comparator {
  return (expected) => {
    const limit = read(expected);
    return (value) => {
      const given = read(value);
      return Number.isNaN(limit) || Number.isNaN(given) ? 'unknown' : sure(order(given, limit));
    };
  };
}

function numberOf(text: string): number {
  return text.trim() === '' ? NaN : Number(text);
}

/** As ISO 8601 or in seconds since 1970. */
function dateOf(text: string): number {
  // eslint-disable-next-line no-restricted-globals -- reads a date of a policy, not that of today
  return /^\d{5,}(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

/** `Bool`: the one comparison beside those of texts and ARNs whose values may have variables. */
const booleanTest: Comparator = (expected, variables) => {
  const template = templateOf(expected, { wildcards: false, variables });
  return (value, context) => {
    const expansion = template.expand(context);
    if (expansion.kind === 'unmatchable') return 'no';
    if (expansion.kind === 'unknown') return 'unknown';
    const [wanted, given] = [expansion.glob.toLowerCase(), value.toLowerCase()];
    return isBoolean(wanted) && isBoolean(given) ? sure(wanted === given) : 'unknown';
  };
};

function isBoolean(text: string): boolean {
  return text === 'true' || text === 'false';
}

/** `BinaryEquals`: the same bytes, both sides in base 64. */
const binaryTest: Comparator = (expected) => {
  const bytes = Buffer.from(expected, 'base64');
  return (value) => sure(bytes.equals(Buffer.from(value, 'base64')));
};

/** `IpAddress`: an address is in a range such as `203.0.113.0/24` or `2001:db8::/32`, or the one that is named. */
const addressTest: Comparator = (expected) => {
  const range = rangeOf(expected);
  return (value) => {
    const version = isIP(value);
    return range === undefined || version === 0
      ? 'unknown'
      : sure(range.check(value, version === 4 ? 'ipv4' : 'ipv6'));
  };
};

function rangeOf(text: string): BlockList | undefined {
  const [address = '', length, ...more] = text.split('/');
  const version = isIP(address);
  const bits = version === 4 ? 32 : 128;
  const prefix = length === undefined ? bits : /^\d{1,3}$/.test(length) ? Number(length) : NaN;
  if (version === 0 || more.length > 0 || !(prefix <= bits)) return undefined;
  const list = new BlockList();
  list.addSubnet(address, prefix, version === 4 ? 'ipv4' : 'ipv6');
  return list;
}

interface Named {
  readonly compare: Comparator;
  readonly negated: boolean;
}

const is = (compare: Comparator): Named => ({ compare, negated: false });
const isNot = (compare: Comparator): Named => ({ compare, negated: true });

const exact = stringTest((text) => text);
const anyCase = stringTest((text) => text.toLowerCase());

const orders: readonly (readonly [name: string, order: Order])[] = [
  ['lessthan', (value, limit) => value < limit],
  ['lessthanequals', (value, limit) => value <= limit],
  ['greaterthan', (value, limit) => value > limit],
  ['greaterthanequals', (value, limit) => value >= limit],
];

/** `NumericEquals`, `NumericLessThan`, …; the same of dates. */
function ordered(name: string, read: (text: string) => number): readonly (readonly [string, Named])[] {
  const equal = orderTest(read, (value, expected) => value === expected);
  return [
    [`${name}equals`, is(equal)],
    [`${name}notequals`, isNot(equal)],
    ...orders.map(([suffix, order]) => [`${name}${suffix}`, is(orderTest(read, order))] as const),
  ];
}

/** Every comparison that AWS documents, by its name in lower case, without set operator and `IfExists`. */
export const comparators: ReadonlyMap<string, Named> = new Map([
  ['stringequals', is(exact)],
  ['stringnotequals', isNot(exact)],
  ['stringequalsignorecase', is(anyCase)],
  ['stringnotequalsignorecase', isNot(anyCase)],
  ['stringlike', is(likeTest)],
  ['stringnotlike', isNot(likeTest)],
  ...ordered('numeric', numberOf),
  ...ordered('date', dateOf),
  ['bool', is(booleanTest)],
  ['binaryequals', is(binaryTest)],
  ['ipaddress', is(addressTest)],
  ['notipaddress', isNot(addressTest)],
  ['arnequals', is(arnTest)],
  ['arnlike', is(arnTest)],
  ['arnnotequals', isNot(arnTest)],
  ['arnnotlike', isNot(arnTest)],
]);
