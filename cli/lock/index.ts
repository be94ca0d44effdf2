import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nextLock } from '../../core/lock/check';
import { nextRecords } from '../../core/lock/records';
import { stackPlans } from '../../core/platform/stacks';
import { lockFileName, readLock, writeLock } from '../../core/lock/lock-file';
import { synthesized } from '../shared/load';
import type { CommonOptions } from '../shared/options';
import { print, printJson } from '../shared/report';

/** Writes `platform.lock.yaml`. Refuses like synthesis while a removal is not acknowledged. */
export async function lock(options: CommonOptions): Promise<void> {
  const outdir = mkdtempSync(join(tmpdir(), 'terralake-lock-'));
  try {
    const { platform, protectedAddresses, addresses } = await synthesized(options, { outdir }, ['TL702']);
    const known = readLock(platform.folder);
    const records = nextRecords(known?.records, stackPlans(platform), { others: 'dropped' });
    const next = nextLock(known, protectedAddresses, addresses, undefined, records);
    writeLock(platform.folder, next);
    const count = Object.values(next.protected).flat().length;
    if (options.json === true) printJson(next);
    else
      print(`${lockFileName}: ${count} protected resources in ${Object.keys(next.protected).length} stacks`);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
