import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFileName } from '../../core/lock/lock';
import { writeLock } from '../../core/lock/lock-file';
import { stackPlans } from '../../core/platform/stacks';
import { synthesized } from '../shared/load';
import type { CommonOptions } from '../shared/options';
import { print, printJson } from '../shared/report';

/** Writes `platform.lock.yaml`. Refuses like synthesis while a removal is not acknowledged. */
export async function lock(options: CommonOptions): Promise<void> {
  const outdir = mkdtempSync(join(tmpdir(), 'terralake-lock-'));
  try {
    const result = await synthesized(options, { outdir }, ['TL702']);
    const next = writeLock(result.lock.anew(result, stackPlans(result.platform)));
    const count = Object.values(next.protected).flat().length;
    if (options.json === true) printJson({ version: 1, ...next.content });
    else
      print(`${lockFileName}: ${count} protected resources in ${Object.keys(next.protected).length} stacks`);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
