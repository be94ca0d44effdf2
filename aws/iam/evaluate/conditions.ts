import type { Condition } from '../policy';
import { comparators, type Comparator, type ValueTest } from './comparators';
import type { ContextValue, RequestContext } from './request';
import { every, not, some, sure, type Truth } from './truth';

/** A condition, ready to be asked. */
export interface ConditionTest {
  readonly condition: Condition;
  holds(context: RequestContext): Truth;
}

/** A condition of a statement and whether it holds for the request. */
export interface ConditionResult {
  readonly condition: Condition;
  readonly holds: Truth;
}

/** Reads a condition; one whose operator nobody documents is never known to hold. */
export function conditionTest(condition: Condition, variables: boolean): ConditionTest {
  const { values } = condition;
  const key = condition.key.toLowerCase();
  const operator = operatorOf(condition.operator);
  if (operator === undefined) return { condition, holds: () => 'unknown' };
  const { compare } = operator;
  if (compare === undefined) return { condition, holds: (context) => isNull(context.get(key), values) };
  const tests = values.map((value) => compare(value, variables));
  return { condition, holds: (context) => holds(operator, tests, context.get(key), context) };
}

/** The conditions that do not surely hold. */
export function openConditions(
  tests: readonly ConditionTest[],
  context: RequestContext,
): readonly ConditionResult[] {
  let open: ConditionResult[] | undefined;
  for (const { condition, holds } of tests) {
    const truth = holds(context);
    if (truth !== 'yes') (open ??= []).push({ condition, holds: truth });
  }
  return open ?? none;
}

const none: readonly ConditionResult[] = [];

/** Whether AWS documents an operator. */
export function isOperator(written: string): boolean {
  return operatorOf(written) !== undefined;
}

/** An operator of a condition, taken apart: `ForAnyValue:StringNotLikeIfExists`. */
interface Operator {
  readonly set: 'all' | 'any' | undefined;
  /** Undefined for `Null`, which compares nothing. */
  readonly compare: Comparator | undefined;
  readonly negated: boolean;
  readonly ifExists: boolean;
}

const form = /^(?:(forallvalues|foranyvalue):)?([a-z]+?)(ifexists)?$/;

/**
 * Takes an operator apart; undefined for one that AWS does not document:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
function operatorOf(written: string): Operator | undefined {
  const [, set, name = '', ifExists] = form.exec(written.toLowerCase()) ?? [];
  if (name === 'null') {
    return set === undefined && ifExists === undefined
      ? { set: undefined, compare: undefined, negated: false, ifExists: false }
      : undefined;
  }
  const found = comparators.get(name);
  if (found === undefined) return undefined;
  return {
    set: set === undefined ? undefined : set === 'forallvalues' ? 'all' : 'any',
    compare: found.compare,
    negated: found.negated,
    ifExists: ifExists !== undefined,
  };
}

function isAbsent(given: ContextValue): given is 'absent' | readonly [] {
  return given === 'absent' || given.length === 0;
}

function isNull(given: ContextValue, values: readonly string[]): Truth {
  if (given === 'unknown') return 'unknown';
  const absent = String(isAbsent(given));
  return some(values, (value) => {
    const wanted = value.toLowerCase();
    return wanted === 'true' || wanted === 'false' ? sure(wanted === absent) : 'unknown';
  });
}

/**
 * A key that the request does not have: a negated comparison holds, and so do `…IfExists` and `ForAllValues`
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html).
 */
function holdsWithout({ set, negated, ifExists }: Operator): Truth {
  if (set === 'all') return 'yes';
  return sure(ifExists || (negated && set === undefined));
}

function holds(
  operator: Operator,
  tests: readonly ValueTest[],
  given: ContextValue,
  context: RequestContext,
): Truth {
  if (given === 'unknown') return 'unknown';
  if (isAbsent(given)) return holdsWithout(operator);
  const one = (value: string): Truth => {
    const equal = some(tests, (test) => test(value, context));
    return operator.negated ? not(equal) : equal;
  };
  if (operator.set === undefined) return agreed(given.map(one));
  if (given.every((value) => value === '')) return operator.set === 'all' ? 'yes' : 'no';
  return operator.set === 'all' ? every(given, one) : some(given, one);
}

/** What AWS makes of several values without a set operator is not documented: only what is the same for each is known. */
function agreed(results: readonly Truth[]): Truth {
  const [first = 'unknown', ...rest] = results;
  return rest.every((result) => result === first) ? first : 'unknown';
}
