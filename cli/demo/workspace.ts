import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

import { projectRoot } from '../../toolchain/machine';

/** A copy of a platform in a folder of its own, ready for `cdktf`. */
export interface Workspace {
  readonly folder: string;
  readonly rootFile: string;
  remove(): void;
}

/**
 * Copies a platform's folder to a temporary one, gives it a cdktf.json that runs this Terralake, and writes the
 * first of the two keys that let data go (`deletion_protection: false`) into the copy of its root file.
 */
export function createWorkspace(rootFile: string): Workspace {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'terralake-demo-')));
  cpSync(dirname(rootFile), folder, {
    recursive: true,
    filter: (source) => !leftOut.includes(basename(source)),
  });
  const copy = join(folder, basename(rootFile));
  const written = readFileSync(copy, 'utf8').replace(/^deletion_protection:.*\n/m, '');
  writeFileSync(
    copy,
    `${written.trimEnd()}\n\n# Written by the demo: what it makes may be destroyed.\ndeletion_protection: false\n`,
  );
  writeFileSync(join(folder, 'cdktf.json'), JSON.stringify(cdktfJson(basename(rootFile)), null, 2));
  return { folder, rootFile: copy, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const leftOut = ['node_modules', 'cdktf.out', '.git', 'state', 'platform.lock.yaml'];

function cdktfJson(configFile: string): object {
  const app = join(projectRoot(), 'dist', 'main.js');
  return {
    language: 'typescript',
    app: `${JSON.stringify(process.execPath)} ${JSON.stringify(app)}`,
    projectId: 'terralake-demo',
    sendCrashReports: 'false',
    context: { configFile },
  };
}
