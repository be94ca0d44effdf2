import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLock } from '../../core/lock/lock-file';
import { apply } from '../../deploy/apply';
import { destroy } from '../../deploy/destroy';
import { RefusedError } from '../../deploy/errors';
import { madeOf } from '../../deploy/outcome';
import { quietRun } from '../support/deploy';
import { notes, platformOf, withoutAws } from './platform';

const free = notes({}, { protect: false });

test('what is protected is refused before anything runs', async () => {
  const target = await withoutAws(platformOf({ a: { m: free }, b: { m: notes() } }));
  const { run, events } = quietRun();
  await expect(destroy(run, target, { from: 'v1' })).rejects.toThrow(RefusedError);
  await expect(destroy(run, target, { from: 'v1' })).rejects.toMatchObject({
    message: 'stack "b-dev" holds 1 resources with data',
    help: expect.stringContaining('in the YAML of v1, and --allow-data-loss b-dev'),
  });
  expect(events).toEqual([]);
});

test('stacks go in reverse order, and the lock file forgets them', async () => {
  const target = await withoutAws(platformOf({ a: { m: free }, b: { m: free } }));
  const { run, events } = quietRun();
  madeOf(await apply(run, target));
  const outcomes = await destroy(run, target);
  expect(outcomes.map(({ kind, stack }) => [kind, stack])).toEqual([
    ['done', 'b-dev'],
    ['done', 'a-dev'],
  ]);
  const gone = events.filter((event) => event.kind === 'finished' && event.action === 'destroy');
  expect(gone.map((event) => 'stack' in event && event.stack)).toEqual(['b-dev', 'a-dev']);
  expect(readLock(target.folder)).toMatchObject({ exists: true, protected: {} });
  const state = readFileSync(join(target.folder, 'state/test-org/a/dev.tfstate'), 'utf8');
  expect(JSON.parse(state)).toMatchObject({ resources: [] });
});
