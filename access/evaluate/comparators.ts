import type { Truth } from './decision';
import { addressTest } from './compare/address';
import { arnTest } from './compare/arn';
import { binaryTest, booleanTest, dateTest, numberTest } from './compare/plain';
import { likeTest, stringTest } from './compare/string';
import type { RequestContext } from './request';

/** Whether a value of the request is as a value of the policy says. */
export type ValueTest = (value: string, context: RequestContext) => Truth;

/** Reads a value of a policy; `variables` tells whether it may have variables. */
export type Comparator = (expected: string, variables: boolean) => ValueTest;

interface Named {
  readonly compare: Comparator;
  readonly negated: boolean;
}

const is = (compare: Comparator): Named => ({ compare, negated: false });
const isNot = (compare: Comparator): Named => ({ compare, negated: true });

const equal = (a: number, b: number): boolean => a === b;
const less = (a: number, b: number): boolean => a < b;
const lessOrEqual = (a: number, b: number): boolean => a <= b;
const greater = (a: number, b: number): boolean => a > b;
const greaterOrEqual = (a: number, b: number): boolean => a >= b;

const exact = stringTest((text) => text);
const anyCase = stringTest((text) => text.toLowerCase());

/** Every comparison that AWS documents, by its name in lower case, without set operator and `IfExists`. */
export const comparators: ReadonlyMap<string, Named> = new Map([
  ['stringequals', is(exact)],
  ['stringnotequals', isNot(exact)],
  ['stringequalsignorecase', is(anyCase)],
  ['stringnotequalsignorecase', isNot(anyCase)],
  ['stringlike', is(likeTest)],
  ['stringnotlike', isNot(likeTest)],
  ['numericequals', is(numberTest(equal))],
  ['numericnotequals', isNot(numberTest(equal))],
  ['numericlessthan', is(numberTest(less))],
  ['numericlessthanequals', is(numberTest(lessOrEqual))],
  ['numericgreaterthan', is(numberTest(greater))],
  ['numericgreaterthanequals', is(numberTest(greaterOrEqual))],
  ['dateequals', is(dateTest(equal))],
  ['datenotequals', isNot(dateTest(equal))],
  ['datelessthan', is(dateTest(less))],
  ['datelessthanequals', is(dateTest(lessOrEqual))],
  ['dategreaterthan', is(dateTest(greater))],
  ['dategreaterthanequals', is(dateTest(greaterOrEqual))],
  ['bool', is(booleanTest)],
  ['binaryequals', is(binaryTest)],
  ['ipaddress', is(addressTest)],
  ['notipaddress', isNot(addressTest)],
  ['arnequals', is(arnTest)],
  ['arnlike', is(arnTest)],
  ['arnnotequals', isNot(arnTest)],
  ['arnnotlike', isNot(arnTest)],
]);
