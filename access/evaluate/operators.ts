import { comparators, type Comparator } from './comparators';

/** An operator of a condition, taken apart: `ForAnyValue:StringNotLikeIfExists`. */
export interface Operator {
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
export function operatorOf(written: string): Operator | undefined {
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
