import type { Diagnostic } from '../diagnostics/diagnostic';
import type { ChangeCounts } from './changes';
import type { RunError } from './errors';
import type { RunCommand } from './logs';

/** What happens in a run, as it happens. */
export type RunEvent =
  | {
      readonly kind: 'started';
      readonly action: RunCommand;
      readonly stack: string;
      /** What an apply will do. */
      readonly changes?: ChangeCounts;
    }
  /** A line that Terraform printed. */
  | { readonly kind: 'line'; readonly action: RunCommand; readonly stack: string; readonly text: string }
  | { readonly kind: 'finished'; readonly action: RunCommand; readonly stack: string }
  | { readonly kind: 'failed'; readonly stack: string; readonly failure: RunError }
  /** A stack that is not reached, because one before it failed. */
  | { readonly kind: 'skipped'; readonly stack: string }
  | { readonly kind: 'hook'; readonly command: string }
  /** A hook that failed and stops nothing. */
  | { readonly kind: 'warning'; readonly message: string }
  /** What waits for something that is not there yet. */
  | { readonly kind: 'pending'; readonly message: string }
  | { readonly kind: 'unanswered'; readonly question: string; readonly reason: string }
  | { readonly kind: 'found'; readonly findings: readonly Diagnostic[]; readonly folder?: string };

/** Is told what happens. */
export type Listener = (event: RunEvent) => void;
