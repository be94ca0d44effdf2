import { describeRun, type LoggedRun } from './logs';
import type { StateResource } from './state';

/** How a stack stands. */
export interface StackStatus {
  readonly stack: string;
  readonly status: string;
  /** How many resources its state holds, where the state is at hand. */
  readonly resources?: number;
  /** When it was last applied and planned from here. */
  readonly applied?: string;
  readonly planned?: string;
  readonly lastRun?: string;
  /** The command that shows what the last run printed. */
  readonly logs?: string;
}

/**
 * How a stack stands, by its state and its last runs.
 * @param state undefined where it cannot be read from here
 * @param runs the last of each command, the latest first
 */
export function statusOf(
  id: string,
  state: readonly StateResource[] | undefined,
  runs: readonly LoggedRun[],
): StackStatus {
  const [last] = runs;
  const done = (wanted: string) =>
    runs.find(({ command, status }) => command === wanted && status === 'done');
  const [applied, planned] = [done('apply'), done('plan')];
  return {
    stack: id,
    status: words(state, last),
    ...(state !== undefined && { resources: state.length }),
    ...(applied && state?.length !== 0 && { applied: applied.at }),
    ...(planned && { planned: planned.at }),
    ...(last && { lastRun: describeRun(last), logs: `terralake logs ${id}` }),
  };
}

function words(state: readonly StateResource[] | undefined, last: LoggedRun | undefined): string {
  if (last?.status === 'failed') return `last run failed: ${last.command}`;
  if (state === undefined) return 'unknown: the state is not at hand; `terralake plan` reads it';
  if (state.length === 0) return 'never applied';
  if (last?.command !== 'plan' || last.add + last.change + last.destroy === 0) return 'applied';
  return `changes pending: ${last.add} to add, ${last.change} to change, ${last.destroy} to destroy`;
}
