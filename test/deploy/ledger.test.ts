import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Lock, lockFileName } from '../../core/lock/lock';
import { readLock, writeLock } from '../../core/lock/lock-file';
import { Ledger } from '../../deploy/ledger';
import { temporary } from '../support/synth';

const content = { protected: { a: ['x.1'] }, removed: [], records: {} };
const withStack = (stack: string) => (lock: Lock) =>
  new Lock(lock.folder, { ...content, protected: { ...lock.protected, [stack]: ['x.1'] } }, lock.origin);

test('what another run has written since the lock was read is not lost', () => {
  const folder = temporary({});
  const ledger = new Ledger(writeLock(new Lock(folder, content)));
  ledger.record(withStack('own'));
  writeLock(withStack('of-the-other')(readLock(folder)));
  ledger.record(withStack('own-2'));
  expect(Object.keys(readLock(folder).protected)).toEqual(['a', 'of-the-other', 'own', 'own-2']);
});

test('a lock that cannot be read stops a run before it begins, and is not written over on the way', () => {
  const folder = temporary({ [lockFileName]: 'version: 2\n' });
  expect(() => new Ledger(readLock(folder))).toThrow('TL703');
  const ledger = new Ledger(new Lock(folder, content));
  writeFileSync(join(folder, lockFileName), '<<<<<<< ours\n');
  expect(() => ledger.record(withStack('own'))).toThrow('TL703');
});
