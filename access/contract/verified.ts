import type { Misnamed } from './questions';
import type { Rule } from './schema';
import type { Answer } from '../questions/ask';

/** A rule that does not hold, for one of those whom it is about. */
export interface Broken {
  readonly rule: Rule;
  /** The position of the rule in the contract. */
  readonly position: number;
  /** Who, does what, to what; of a rule about facts the resource. */
  readonly who: string;
  readonly action: string;
  readonly on: string;
  /** What the answer must be, `allowed` or `denied`, or what a resource must have. */
  readonly expected: string;
  readonly found: string;
  /** Undefined for a rule about facts. */
  readonly answer: Answer | undefined;
}

export interface Verified {
  readonly rules: number;
  /** How many questions were asked. */
  readonly checks: number;
  readonly broken: readonly Broken[];
  readonly misnamed: readonly Misnamed[];
}
