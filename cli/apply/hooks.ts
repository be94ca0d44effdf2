import { spawnSync } from 'node:child_process';
import type { Hook } from '../../core/platform/platform';
import { say } from '../shared/report';
import { RunError } from '../shared/usage-error';

/**
 * Runs shell hooks in order, in the working folder. A failing hook stops the run only with `exit_if_fail`.
 * Hooks marked `after_success` are reached only when the stack was applied, as all postdeploy hooks are.
 * @throws RunError
 */
export async function runHooks(hooks: readonly Hook[]): Promise<void> {
  for (const hook of hooks) {
    say(`hook: ${hook.command}`);
    const result = spawnSync(hook.command, { shell: true, stdio: ['ignore', 2, 2] });
    if (result.status === 0) continue;
    const { file, line } = hook.place;
    const message = `hook "${hook.command}" failed with exit code ${result.status ?? 1} (${file}:${line})`;
    if (hook.exitIfFail) throw new RunError(message);
    say(`warning: ${message}`);
  }
}
