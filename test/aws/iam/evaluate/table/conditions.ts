import { unknown, type ContextValues } from '../../../../../aws/iam/evaluate/context';
import { allow, docs, read, type Row } from './row';

type Given = ContextValues[string] | undefined;

/** One operator on one key: what the policy says, what the request has (undefined: not the key), whether it holds. */
const holds = (
  operator: string,
  values: unknown,
  given: Given,
  expected: boolean | 'unknown',
  source: string = docs.operators,
): Row => ({
  name: `${operator} ${JSON.stringify(values)} of ${typeof given === 'symbol' ? given.toString() : (JSON.stringify(given) ?? 'nothing')}`,
  source,
  ...read,
  identity: [allow('s3:GetObject', '*', { Condition: { [operator]: { 'x:Key': values } } })],
  ...(given !== undefined && { context: { 'x:key': given } }),
  expected: expected === 'unknown' ? 'unknown' : expected ? 'allowed' : 'implicitly denied',
});

const ip = '203.0.113.7';
const arn = 'arn:aws:glue:eu-west-1:111122223333:crawler/one';
const many = docs.multivalued;
const values = docs.logicOfValues;

const strings: readonly Row[] = [
  holds('StringEquals', 'a', 'a', true),
  holds('StringEquals', 'a', 'A', false),
  holds('StringEquals', 'a*', 'ab', false),
  holds('StringEquals', ['a', 'b'], 'b', true, values),
  holds('StringEquals', 'a', undefined, false),
  holds('StringEquals', 'a', unknown, 'unknown'),
  holds('StringNotEquals', 'a', 'b', true),
  holds('StringNotEquals', ['a', 'b'], 'b', false, values),
  holds('StringNotEquals', ['a', 'b'], 'c', true, values),
  holds('StringNotEquals', 'a', undefined, true),
  holds('StringEqualsIgnoreCase', 'aB', 'Ab', true),
  holds('StringEqualsIgnoreCase', 'aB', 'ac', false),
  holds('StringNotEqualsIgnoreCase', 'aB', 'Ab', false),
  holds('StringNotEqualsIgnoreCase', 'aB', 'c', true),
  holds('StringLike', 'raw/*', 'raw/a/b', true),
  holds('StringLike', 'raw/?', 'raw/ab', false),
  holds('StringLike', 'RAW/*', 'raw/a', false),
  holds('StringLike', 'a*', undefined, false),
  holds('StringNotLike', 'raw/*', 'raw/a', false),
  holds('StringNotLike', ['raw/*', 'x*'], 'curated/a', true),
  holds('StringNotLike', 'raw/*', undefined, true),
  holds('stringequals', 'a', 'a', true),
];

const numbersAndDates: readonly Row[] = [
  holds('NumericEquals', 5, '5.0', true),
  holds('NumericEquals', 5, '6', false),
  holds('NumericNotEquals', '5', '6', true),
  holds('NumericNotEquals', '5', undefined, true),
  holds('NumericLessThan', '10', '9', true),
  holds('NumericLessThan', '10', '10', false),
  holds('NumericLessThanEquals', '10', '10', true),
  holds('NumericGreaterThan', '10', '10', false),
  holds('NumericGreaterThan', '10', '11', true),
  holds('NumericGreaterThanEquals', '10', '10', true),
  holds('NumericLessThan', '10', undefined, false),
  holds('NumericLessThan', 'ten', '9', 'unknown'),
  holds('DateEquals', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', true),
  holds('DateEquals', '2026-01-02T03:04:05Z', '1767323045', true),
  holds('DateNotEquals', '2026-01-02T03:04:05Z', '2026-01-02T03:04:06Z', true),
  holds('DateLessThan', '2026-01-02T00:00:00Z', '2026-01-01T23:59:59Z', true),
  holds('DateLessThan', '2026-01-02T00:00:00Z', '2026-01-02T00:00:00Z', false),
  holds('DateLessThanEquals', '2026-01-02T00:00:00Z', '2026-01-02T00:00:00Z', true),
  holds('DateGreaterThan', '2026-01-02T00:00:00Z', '2026-01-03T00:00:00Z', true),
  holds('DateGreaterThanEquals', '2026-01-02T00:00:00Z', '2026-01-02T00:00:00Z', true),
  holds('DateGreaterThan', '2026-01-02T00:00:00Z', undefined, false),
  holds('DateGreaterThan', 'soon', '2026-01-02T00:00:00Z', 'unknown'),
];

const others: readonly Row[] = [
  holds('Bool', 'true', 'true', true),
  holds('Bool', false, 'false', true),
  holds('Bool', 'true', 'false', false),
  holds('Bool', 'false', undefined, false),
  holds('BinaryEquals', 'QmluYXJ5', 'QmluYXJ5', true),
  holds('BinaryEquals', 'QmluYXJ5', 'QmluYXJz', false),
  holds('IpAddress', '203.0.113.0/24', ip, true),
  holds('IpAddress', '203.0.113.0/24', '203.0.114.7', false),
  holds('IpAddress', ip, ip, true),
  holds('IpAddress', ip, '203.0.113.8', false),
  holds('IpAddress', '2001:db8::/32', '2001:db8:1::7', true),
  holds('IpAddress', '2001:db8::/32', ip, false),
  holds('IpAddress', '203.0.113.0/24', undefined, false),
  holds('IpAddress', 'here', ip, 'unknown'),
  holds('NotIpAddress', '203.0.113.0/24', ip, false),
  holds('NotIpAddress', '203.0.113.0/24', '198.51.100.1', true),
  holds('NotIpAddress', '203.0.113.0/24', undefined, true),
  holds('ArnEquals', arn, arn, true),
  holds('ArnEquals', 'arn:aws:glue:*:111122223333:crawler/*', arn, true),
  holds('ArnLike', 'arn:aws:glue:eu-*:111122223333:crawler/o?e', arn, true),
  holds('ArnLike', 'arn:aws:*:crawler/one', arn, 'unknown'),
  holds('ArnLike', 'arn:aws:*:x:*:y', 'arn:aws:sns:a:b:c:x:d:y', false),
  holds('ArnLike', 'arn:aws:glue:*:*:job/*', arn, false),
  holds('ArnLike', arn, undefined, false),
  holds('ArnLike', 'arn:aws:glue:*:*:crawler/*', 'no-arn', false),
  holds('ArnNotEquals', arn, arn, false),
  holds('ArnNotEquals', arn, `${arn}s`, true),
  holds('ArnNotLike', 'arn:aws:glue:*:*:crawler/*', arn, false),
  holds('ArnNotLike', 'arn:aws:glue:*:*:job/*', arn, true),
  holds('ArnNotLike', 'arn:aws:glue:*:*:job/*', undefined, true),
  holds('Null', 'true', undefined, true),
  holds('Null', 'true', 'a', false),
  holds('Null', 'false', 'a', true),
  holds('Null', 'false', undefined, false),
  holds('Null', 'false', unknown, 'unknown'),
  holds('StringSoundsLike', 'a', 'a', 'unknown'),
  holds('NullIfExists', 'true', undefined, 'unknown'),
];

const ifExists: readonly Row[] = [
  holds('StringEqualsIfExists', 'a', undefined, true),
  holds('StringEqualsIfExists', 'a', 'a', true),
  holds('StringEqualsIfExists', 'a', 'b', false),
  holds('StringEqualsIfExists', 'a', unknown, 'unknown'),
  holds('StringLikeIfExists', 'a*', undefined, true),
  holds('StringLikeIfExists', 'a*', 'b', false),
  holds('StringNotEqualsIfExists', 'a', undefined, true),
  holds('StringNotEqualsIfExists', 'a', 'a', false),
  holds('BoolIfExists', 'false', undefined, true),
  holds('BoolIfExists', 'false', 'true', false),
  holds('ArnLikeIfExists', arn, undefined, true),
  holds('IpAddressIfExists', '203.0.113.0/24', undefined, true),
  holds('NumericLessThanIfExists', '10', undefined, true),
  holds('DateLessThanIfExists', '2026-01-02T00:00:00Z', undefined, true),
];

const sets: readonly Row[] = [
  holds('ForAllValues:StringEquals', ['a', 'b'], ['a', 'b'], true, many),
  holds('ForAllValues:StringEquals', ['a', 'b'], ['a'], true, many),
  holds('ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], false, many),
  holds('ForAllValues:StringEquals', ['a', 'b'], undefined, true, many),
  holds('ForAllValues:StringEquals', ['a', 'b'], [], true, many),
  holds('ForAllValues:StringEquals', ['a', 'b'], [''], true, many),
  holds('ForAllValues:StringLike', 'a*', ['ab', 'ac'], true, many),
  holds('ForAllValues:StringNotEquals', ['a'], ['b', 'c'], true, many),
  holds('ForAllValues:StringNotEquals', ['a'], ['a', 'c'], false, many),
  holds('ForAllValues:StringEquals', 'a', unknown, 'unknown', many),
  holds('ForAnyValue:StringEquals', ['a', 'b'], ['c', 'b'], true, many),
  holds('ForAnyValue:StringEquals', ['a', 'b'], ['c'], false, many),
  holds('ForAnyValue:StringEquals', ['a', 'b'], undefined, false, many),
  holds('ForAnyValue:StringEquals', ['a', 'b'], [], false, many),
  holds('ForAnyValue:StringEqualsIgnoreCase', 'UserId', ['Team', 'userid'], true, many),
  holds('ForAnyValue:StringEqualsIgnoreCase', 'UserId', ['Team'], false, many),
  holds('ForAnyValue:StringNotEquals', 'a', ['a', 'b'], true, many),
  holds('ForAnyValue:StringNotEquals', 'a', ['a'], false, many),
  holds('ForAnyValue:StringNotEquals', 'a', undefined, false, many),
  holds('ForAnyValue:StringLikeIfExists', 'a*', undefined, true, many),
  holds('ForAnyValue:ArnLike', 'arn:aws:glue:*:*:crawler/*', ['no-arn', arn], true, many),
  holds('StringEquals', 'a', ['a', 'b'], 'unknown', many),
  holds('StringNotEquals', 'a', ['b', 'c'], true, many),
];

const together: readonly Row[] = [
  {
    name: 'two keys of an operator must both hold',
    source: values,
    ...read,
    identity: [allow('s3:*', '*', { Condition: { StringEquals: { 'x:a': '1', 'x:b': '2' } } })],
    context: { 'x:a': '1', 'x:b': '3' },
    expected: 'implicitly denied',
  },
  {
    name: 'two operators must both hold',
    source: values,
    ...read,
    identity: [
      allow('s3:*', '*', { Condition: { StringEquals: { 'x:a': '1' }, NumericLessThan: { 'x:b': '2' } } }),
    ],
    context: { 'x:a': '1', 'x:b': '1' },
    expected: 'allowed',
  },
  {
    name: 'keys have no case',
    source: docs.condition,
    ...read,
    identity: [allow('s3:*', '*', { Condition: { Bool: { 'AWS:securetransport': 'true' } } })],
    context: { 'aws:SecureTransport': 'true' },
    expected: 'allowed',
  },
  {
    name: 'one closed condition settles it beside an open one',
    source: values,
    ...read,
    identity: [allow('s3:*', '*', { Condition: { StringEquals: { 'x:a': '1', 'x:b': '2' } } })],
    context: { 'x:a': unknown, 'x:b': '3' },
    expected: 'implicitly denied',
  },
];

/** When a condition holds. */
export const conditions: readonly Row[] = [strings, numbersAndDates, others, ifExists, sets, together].flat();
