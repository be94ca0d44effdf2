import type { Lock } from '../core/lock/lock';
import { isOutdated, readLock, writeLock } from '../core/lock/lock-file';

/** Keeps the lock of a run up to date: what is applied or destroyed is written down as it happens. */
export class Ledger {
  /** @throws ConfigurationError TL703 where the lock could not be read: then nothing may be applied or destroyed */
  constructor(private lock: Lock) {
    lock.assertReadable();
  }

  /**
   * Writes down a change. What another run has written meanwhile is changed, not overwritten.
   * @throws ConfigurationError TL703 where the file cannot be read or written
   */
  record(change: (lock: Lock) => Lock): void {
    if (isOutdated(this.lock)) this.lock = readLock(this.lock.folder);
    this.lock.assertReadable();
    const changed = change(this.lock);
    if (changed !== this.lock) this.lock = writeLock(changed);
  }
}
