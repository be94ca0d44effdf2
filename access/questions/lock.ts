import type { Outcome } from '../../aws/iam/evaluate/judge';
import type { Origin } from '../model/origin';

export type LockOutcome = 'allowed' | 'denied' | 'unknown';

/** Why a lock is open or closed, in one line; with the statement or grant that decides, where there is one. */
export interface Reason {
  readonly text: string;
  readonly origin: Origin | undefined;
}

/** One of the things that must all be open for a request to go through. */
export interface Lock {
  readonly name: 'permission' | 'key' | 'Lake Formation' | 'public access' | 'data' | 'results';
  /** What is asked of it, such as `kms:Decrypt on alias/x`. */
  readonly question: string;
  readonly outcome: LockOutcome;
  /** Worked out when asked for: most answers are never explained. */
  reasons(): readonly Reason[];
}

/** All locks together: what is not known never counts as open, nor that nothing was asked. */
export function combined(locks: readonly Lock[]): LockOutcome {
  if (locks.length === 0) return 'unknown';
  if (locks.some(({ outcome }) => outcome === 'denied')) return 'denied';
  return locks.some(({ outcome }) => outcome === 'unknown') ? 'unknown' : 'allowed';
}

/** A decision of policies, as a lock has it. */
export function plain(outcome: Outcome): LockOutcome {
  return outcome === 'allowed' || outcome === 'unknown' ? outcome : 'denied';
}
