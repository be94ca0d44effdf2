import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { rootFile } from '../shared/configuration';
import { UsageError } from '../shared/usage-error';

/** Runs `work` with the root file as it was at a git ref, in a temporary work tree. @throws UsageError */
export async function withGitRef(
  config: string | undefined,
  ref: string,
  work: (config: string) => Promise<void>,
): Promise<void> {
  const top = git(['rev-parse', '--show-toplevel']);
  const file = relative(realpathSync(top), realpathSync(rootFile(config)));
  const tree = mkdtempSync(join(tmpdir(), 'terralake-from-'));
  git(['worktree', 'add', '--detach', tree, ref]);
  try {
    await work(join(tree, file));
  } finally {
    git(['worktree', 'remove', '--force', tree]);
    rmSync(tree, { recursive: true, force: true });
  }
}

function git(args: readonly string[]): string {
  try {
    return execFileSync('git', [...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  } catch (error) {
    const said = (error as { stderr?: string }).stderr ?? '';
    throw new UsageError(`git ${args.join(' ')} failed`, said.trim());
  }
}
