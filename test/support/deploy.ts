import type { RunEvent } from '../../deploy/listener';
import { Processes, type Variables } from '../../deploy/process';
import { Run } from '../../deploy/run';

/** A run that prints nothing, and the events that it tells. */
export function quietRun(
  settings: {
    readonly endpoint?: string;
    readonly variables?: Variables;
    readonly hooksPrintTo?: number;
  } = {},
): { readonly run: Run; readonly events: RunEvent[] } {
  const events: RunEvent[] = [];
  const run = new Run({
    processes: new Processes(),
    listener: (event) => void events.push(event),
    variables: process.env,
    hooksPrintTo: 2,
    ...settings,
  });
  return { run, events };
}
