import type { Comparator } from '../comparators';
import type { Truth } from '../decision';
import { templateOf } from '../template';
import { sure } from '../truth';

type Order = (value: number, expected: number) => boolean;

/** Numbers; what is none on either side leaves the answer open. */
export function numberTest(order: Order): Comparator {
  return (expected) => ordered(order, numberOf, expected);
}

/** Dates, as ISO 8601 or in seconds since 1970. */
export function dateTest(order: Order): Comparator {
  return (expected) => ordered(order, dateOf, expected);
}

function ordered(order: Order, read: (text: string) => number, expected: string): (value: string) => Truth {
  const limit = read(expected);
  return (value) => {
    const given = read(value);
    return Number.isNaN(limit) || Number.isNaN(given) ? 'unknown' : sure(order(given, limit));
  };
}

function numberOf(text: string): number {
  return text.trim() === '' ? NaN : Number(text);
}

function dateOf(text: string): number {
  // eslint-disable-next-line no-restricted-globals -- reads a date of a policy, not that of today
  return /^\d{5,}(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

/** `Bool`: the one comparison beside those of texts and ARNs whose values may have variables. */
export const booleanTest: Comparator = (expected, variables) => {
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
export const binaryTest: Comparator = (expected) => {
  const bytes = Buffer.from(expected, 'base64');
  return (value) => sure(bytes.equals(Buffer.from(value, 'base64')));
};
