import { Lock } from '../../../core/lock/lock';
import { forgottenRecords, grownRecords, nextRecords } from '../../../core/lock/records';
import { readLock, writeLock } from '../../../core/lock/lock-file';
import type { ModuleRecord } from '../../../core/platform/record';
import type { StackPlan } from '../../../core/platform/stacks';
import { temporary } from '../../support/synth';

/** A stack of `<domain>/dev` with modules and their records. */
function plan(domain: string, modules: Record<string, ModuleRecord>, stacks = 'per-environment'): StackPlan {
  return {
    id: `${domain}-dev`,
    environment: { domain, name: 'dev', stacks },
    modules: Object.entries(modules).map(([name, record]) => ({
      name,
      record,
      definition: { name: 'notes' },
    })),
  } as never;
}

const known = {
  notes: { 'a/dev/m': { names: { raw: 'x' }, prefixes: ['p', 'o'] }, 'b/dev/m': { names: {} } },
};

test('after an apply: the modules of the stack as they are, those that left it gone, other stacks as they were', () => {
  const now = plan('a', { n: { names: { new: 'y' } } });
  expect(nextRecords(known, [now], { others: 'kept' })).toEqual({
    notes: { 'b/dev/m': { names: {} }, 'a/dev/n': { names: { new: 'y' } } },
  });
});

test('with a stack per module, an apply forgets no module but its own', () => {
  const now = plan('a', { n: { names: {} } }, 'per-module');
  expect(Object.keys(nextRecords(known, [now], { others: 'kept' }).notes ?? {})).toEqual([
    'a/dev/m',
    'b/dev/m',
    'a/dev/n',
  ]);
});

test('before an apply, which may fail halfway, nothing is forgotten', () => {
  const now = plan('a', { m: { names: { new: 'y' }, prefixes: ['q', 'p'] } });
  expect(grownRecords(known, now)).toEqual({
    notes: {
      'a/dev/m': { names: { raw: 'x', new: 'y' }, prefixes: ['q', 'p', 'o'] },
      'b/dev/m': { names: {} },
    },
  });
});

test('what is destroyed is forgotten', () => {
  expect(forgottenRecords(known, plan('a', { m: {} }))).toEqual({ notes: { 'b/dev/m': { names: {} } } });
});

test('a lock written for all modules holds these alone', () => {
  const all = [plan('b', { m: { names: {} } })];
  expect(nextRecords(known, all, { others: 'dropped' })).toEqual({ notes: { 'b/dev/m': { names: {} } } });
});

test('what is written is read again, with keys in one order', () => {
  const folder = temporary({});
  const shared = ['2', '1'];
  const records = { z: { m: { b: shared, a: shared } }, a: { m: {} } };
  writeLock(new Lock(folder, { protected: {}, removed: [], records }));
  const read = readLock(folder).records;
  expect(read).toEqual({ a: { m: {} }, z: { m: { a: ['2', '1'], b: ['2', '1'] } } });
  expect(Object.keys(read)).toEqual(['a', 'z']);
});

test('the acknowledgement of a module lasts as long as its record', () => {
  const removed = [{ what: 'a/dev/m', reason: 'r' }];
  const lock = new Lock('', { protected: {}, removed, records: known });
  const nothing = { protectedAddresses: new Map(), addresses: new Map() };
  const applied = (modules: Record<string, ModuleRecord>) =>
    lock.afterApply(nothing, plan('a', modules), undefined);
  expect(applied({ m: { names: {} } }).removed).toEqual(removed);
  expect(applied({}).removed).toEqual([]);
  expect(lock.beforeApply(nothing, plan('a', {})).records).toEqual(known);
});
