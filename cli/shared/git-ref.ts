import { existsSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { git } from './git';

/** Runs `work` with the root file as it was at a git ref, in a temporary work tree. @throws UsageError */
export async function withGitRef<T>(
  file: string,
  ref: string,
  work: (config: string) => Promise<T>,
): Promise<T> {
  // The root file, and its folder, may have left by now.
  const present = existingFolder(dirname(file));
  const top = realpathSync(await git(present, 'rev-parse', '--show-toplevel'));
  const commit = await git(present, 'rev-parse', '--verify', '--end-of-options', `${ref}^{commit}`);
  const path = join(relative(top, realpathSync(present)), relative(present, file));
  const tree = mkdtempSync(join(realpathSync(tmpdir()), 'terralake-from-'));
  try {
    await git(present, 'worktree', 'add', '--detach', tree, commit);
    linkPackages(top, tree);
    return await work(join(tree, path));
  } finally {
    rmSync(tree, { recursive: true, force: true });
    await git(present, 'worktree', 'prune');
  }
}

/** Modules of the user's own need the packages that are installed beside them, which git does not hold. */
function linkPackages(top: string, tree: string): void {
  const [from, to] = [join(top, 'node_modules'), join(tree, 'node_modules')];
  if (existsSync(from) && !existsSync(to)) symlinkSync(from, to);
}

function existingFolder(folder: string): string {
  return existsSync(folder) ? folder : existingFolder(dirname(folder));
}
