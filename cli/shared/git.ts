import { processConfiguration } from './configuration';
import { processes } from './run';
import { UsageError } from './usage-error';

/** What `git` prints in a folder. @throws UsageError where it fails or is missing */
export async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const variables = processConfiguration().environment;
  const { exitCode, stdout, output } = await processes
    .run('git', ['-C', folder, ...args], { variables })
    .catch(() => ({ exitCode: 1, stdout: '', output: '' }));
  if (exitCode === 0) return stdout.trim();
  throw new UsageError(
    `git ${args.join(' ')} failed`,
    output.trim() || 'Is git installed, and the platform in a git repository?',
  );
}
