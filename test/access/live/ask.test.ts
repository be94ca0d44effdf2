import { Limit } from '../../../access/live/ask';

test('no more run at once than allowed, all of them run, and a failure frees its place', async () => {
  const limit = new Limit(2);
  const release: (() => void)[] = [];
  const started: number[] = [];
  const job = (id: number) =>
    limit.run(async () => {
      started.push(id);
      await new Promise<void>((resolve) => release.push(resolve));
      if (id === 1) throw new Error('failed');
      return id;
    });
  const all = Promise.allSettled([1, 2, 3, 4].map(job));
  await new Promise(setImmediate);
  expect(started).toEqual([1, 2]);
  release[0]!();
  await new Promise(setImmediate);
  expect(started).toEqual([1, 2, 3]);
  release[1]!();
  await new Promise(setImmediate);
  expect(started).toEqual([1, 2, 3, 4]);
  release.slice(2).forEach((free) => free());
  expect((await all).map(({ status }) => status)).toEqual([
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);
});
