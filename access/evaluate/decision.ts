import type { Condition, PolicyKind, Statement } from '../policy/policy';

/** Kleene's three values: what is not known never counts as yes. */
export type Truth = 'yes' | 'no' | 'unknown';

export type Outcome = 'allowed' | 'explicitly denied' | 'implicitly denied' | 'unknown';

/** A condition of a statement and whether it holds for the request. */
export interface ConditionResult {
  readonly condition: Condition;
  readonly holds: Truth;
}

/** A statement that is about the request's action and resource, and what came of it. */
export interface StatementResult {
  readonly kind: PolicyKind;
  readonly statement: Statement;
  /** Whether all of the statement matches: principal, action, resource, conditions. */
  readonly matches: Truth;
  /** Conditions that do not surely hold: what is missing, or not known. Empty where all hold. */
  readonly open: readonly ConditionResult[];
}

/** What AWS would answer, and why. */
export interface Decision {
  readonly outcome: Outcome;
  /**
   * For `allowed`: the statements that allow. For `explicitly denied`: those that deny. For `unknown`: those
   * whose conditions decide. For `implicitly denied`: statements that nearly allow (all but their principal or a condition).
   */
  readonly because: readonly StatementResult[];
  /** Which kind of policy grants nothing, for `implicitly denied` and `unknown`: the one that would have to. */
  readonly missing: readonly PolicyKind[];
}
