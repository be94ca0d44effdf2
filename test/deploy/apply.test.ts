import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLock } from '../../core/lock/lock-file';
import { apply } from '../../deploy/apply';
import { RunError } from '../../deploy/errors';
import { loggedRuns } from '../../deploy/logs';
import { madeOf } from '../../deploy/outcome';
import { quietRun } from '../support/deploy';
import { temporary } from '../support/synth';
import { breakStack, notes, platformOf, withoutAws } from './platform';

const address = 'terraform_data.m__note__a';

test('stacks are applied one by one, and what is protected is in the lock file', async () => {
  const target = await withoutAws(platformOf({ a: { m: notes() }, b: { m: notes() } }));
  const { run, events } = quietRun();
  const nothingElse = { change: 0, destroy: 0, pending: [] };
  expect(madeOf(await apply(run, target))).toEqual([
    { stack: 'a-dev', add: 1, ...nothingElse },
    { stack: 'b-dev', add: 1, ...nothingElse },
  ]);
  expect(readLock(target.folder).protected).toEqual({ 'a-dev': [address], 'b-dev': [address] });
  const steps = events.filter(({ kind }) => kind === 'started' || kind === 'finished');
  expect(steps.map((step) => Object.values(step).slice(0, 3).join(' '))).toEqual(
    ['a-dev', 'b-dev'].flatMap((stack) =>
      ['plan', 'apply'].flatMap((action) => [`started ${action} ${stack}`, `finished ${action} ${stack}`]),
    ),
  );
  expect(events).toContainEqual({
    kind: 'line',
    action: 'apply',
    stack: 'b-dev',
    text: 'Apply complete! Resources: 1 added, 0 changed, 0 destroyed.',
  });
});

test('an apply that fails halfway has recorded what it may have made; the stacks behind it are not reached', async () => {
  const target = await withoutAws(platformOf({ a: { m: notes() }, b: { m: notes() } }));
  breakStack(target, 'a-dev');
  const { run, events } = quietRun();
  const outcomes = await apply(run, target);
  expect(outcomes).toEqual([
    { kind: 'failed', stack: 'a-dev', failure: expect.any(RunError) },
    { kind: 'skipped', stack: 'b-dev' },
  ]);
  expect(events.slice(-2)).toEqual(outcomes);
  expect(() => madeOf(outcomes)).toThrow('terraform apply of stack "a-dev" failed');
  expect(readLock(target.folder).protected).toEqual({ 'a-dev': [address] });
  expect(loggedRuns(target.result.outdir, 'a-dev').map(({ command, status }) => [command, status])).toEqual([
    ['apply', 'failed'],
    ['plan', 'done'],
  ]);
  expect(loggedRuns(target.result.outdir, 'b-dev')).toEqual([]);
});

describe('hooks', () => {
  /** Modules with hooks that write their names down; what they wrote after an apply, and how that ended. */
  async function written(
    hooks: (write: (word: string) => string) => Readonly<Record<string, object>>,
    breaks: boolean,
  ) {
    const file = join(temporary({}), 'hooks.txt');
    const modules = hooks((word) => `echo ${word} >> ${file}`);
    const target = await withoutAws(platformOf({ a: modules }));
    if (breaks) breakStack(target, 'a-dev');
    const { run, events } = quietRun();
    const [outcome] = await apply(run, target);
    const words = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    return { outcome, events, words, lock: readLock(target.folder) };
  }
  const around = (write: (word: string) => string) => ({
    one: notes({
      predeploy: { command: write('before-one') },
      postdeploy: { command: write('after-one') },
    }),
    two: notes({ postdeploy: { command: write('after-two'), after_success: true } }),
    three: notes({
      predeploy: { command: write('before-three') },
      postdeploy: { command: write('after-three') },
    }),
  });
  const before = ['before-one', 'before-three'];

  test('run around an apply, in order', async () => {
    const { outcome, words } = await written(around, false);
    expect(outcome?.kind).toBe('done');
    expect(words).toEqual([...before, 'after-one', 'after-two', 'after-three']);
  });

  test('that are for success do not run after a failure, and the others do, in order', async () => {
    const { outcome, words } = await written(around, true);
    expect(outcome?.kind).toBe('failed');
    expect(words).toEqual([...before, 'after-one', 'after-three']);
  });

  test('that fail are a warning', async () => {
    const { outcome, words, events } = await written(
      (write) => ({
        one: notes({ predeploy: { command: 'exit 7' } }),
        two: notes({ postdeploy: { command: write('after') } }),
      }),
      false,
    );
    expect([outcome?.kind, words]).toEqual(['done', ['after']]);
    const message = expect.stringMatching(/^hook "exit 7" failed with exit code 7 \(mdaa\.yaml:\d+\)$/);
    expect(events).toContainEqual({ kind: 'warning', message });
  });

  test('that fail and may not: nothing behind them runs', async () => {
    const { outcome, words, lock } = await written(
      (write) => ({
        one: notes({ predeploy: { command: 'exit 7', exit_if_fail: true } }),
        two: notes({ predeploy: { command: write('before') }, postdeploy: { command: write('after') } }),
      }),
      false,
    );
    expect(outcome).toMatchObject({
      kind: 'failed',
      failure: { message: expect.stringContaining('exit 7') },
    });
    expect([words, lock.exists]).toEqual([[], false]);
  });
});
