import { sayProgress } from '../../cli/shared/progress';
import { RunError } from '../../deploy/errors';
import type { RunEvent } from '../../deploy/listener';

/** What an event prints: `out …` or `err …`. */
function printed(event: RunEvent): readonly string[] {
  const lines: string[] = [];
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    jest.spyOn(process[stream], 'write').mockImplementation((text) => {
      lines.push(`${stream.slice(3)} ${String(text).trimEnd()}`);
      return true;
    }),
  );
  sayProgress(event);
  for (const spy of spies) spy.mockRestore();
  return lines;
}

const stack = 's';
const changes = { add: 1, change: 2, destroy: 3 };

test.each<[RunEvent, readonly string[]]>([
  [{ kind: 'started', action: 'plan', stack }, ['err planning s']],
  [
    { kind: 'started', action: 'apply', stack, changes },
    ['err applying s: 1 to add, 2 to change, 3 to destroy'],
  ],
  [{ kind: 'started', action: 'destroy', stack }, ['err destroying s']],
  [{ kind: 'line', action: 'plan', stack, text: 'Plan: 1 to add' }, []],
  [{ kind: 'line', action: 'apply', stack, text: 'Creating...' }, ['err Creating...']],
  [{ kind: 'finished', action: 'apply', stack }, []],
  [{ kind: 'finished', action: 'destroy', stack }, ['out s: destroyed']],
  [{ kind: 'hook', command: 'echo x' }, ['err hook: echo x']],
  [{ kind: 'warning', message: 'no' }, ['err warning: no']],
  [{ kind: 'pending', message: 'pending crawl: x' }, ['err pending crawl: x']],
  [
    { kind: 'unanswered', question: 'what is there', reason: 'Error: no network' },
    ['err note: AWS did not say what is there: Error: no network'],
  ],
  [{ kind: 'failed', stack, failure: new RunError('no') }, []],
  [{ kind: 'skipped', stack }, []],
])('%j', (event, lines) => {
  expect(printed(event)).toEqual(lines);
});
