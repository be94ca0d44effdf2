import type { ChangeCounts } from '../../deploy/changes';
import type { RunEvent } from '../../deploy/listener';
import { print, say, sayDiagnostics } from './report';

/** Says what happens in a run. How it ended is for the command to tell. */
export function sayProgress(event: RunEvent): void {
  switch (event.kind) {
    case 'started':
      say(`${doing[event.action]} ${event.stack}${event.changes ? `: ${changesText(event.changes)}` : ''}`);
      return;
    case 'line':
      // What a plan prints is kept in its log.
      if (event.action !== 'plan') say(event.text);
      return;
    case 'finished':
      if (event.action === 'destroy') print(`${event.stack}: destroyed`);
      return;
    case 'hook':
      say(`hook: ${event.command}`);
      return;
    case 'warning':
      say(`warning: ${event.message}`);
      return;
    case 'pending':
      say(event.message);
      return;
    case 'unanswered':
      say(`note: AWS did not say ${event.question}: ${event.reason}`);
      return;
    case 'found':
      sayDiagnostics(event.findings, event.folder);
      return;
    case 'failed':
    case 'skipped':
      return;
  }
}

/** `1 to add, 0 to change, 0 to destroy`. */
export function changesText({ add, change, destroy }: ChangeCounts): string {
  return `${add} to add, ${change} to change, ${destroy} to destroy`;
}

const doing = { plan: 'planning', apply: 'applying', destroy: 'destroying' } as const;
