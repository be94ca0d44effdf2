import { spawnSync } from 'node:child_process';
import { partitionOf } from '../../aws/regions';
import type { Environment, Hook } from '../../core/platform/platform';
import { processConfiguration } from '../shared/configuration';
import { say } from '../shared/report';
import { RunError } from '../shared/usage-error';
import { currentAccount } from './current-account';

/**
 * Runs shell hooks in order, in the working folder. A failing hook stops the run only with `exit_if_fail`.
 * @throws RunError
 */
export async function runHooks(hooks: readonly Hook[], environment: Environment): Promise<void> {
  for (const hook of hooks) {
    say(`hook: ${hook.command}`);
    const env = { ...processConfiguration().environment, ...(await placeOf(hook, environment)) };
    const result = spawnSync(hook.command, { shell: true, stdio: ['ignore', 2, 2], env });
    if (result.status === 0) continue;
    const { file, line } = hook.place;
    const message = `hook "${hook.command}" failed with exit code ${String(result.status ?? 1)} (${file}:${String(line)})`;
    if (hook.exitIfFail) throw new RunError(message);
    say(`warning: ${message}`);
  }
}

/** Account, region and partition for a hook that asks for them where the environment says `default`. */
async function placeOf(
  hook: Hook,
  { account, region }: Environment,
): Promise<Readonly<Record<string, string>>> {
  if (!hook.command.includes('${TERRALAKE_')) return {};
  const { environment } = processConfiguration();
  const where = region ?? environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION;
  if (where === undefined)
    throw new RunError('a hook needs the region', 'Set AWS_REGION, or state the region of the environment.');
  return {
    TERRALAKE_REGION: where,
    TERRALAKE_PARTITION: partitionOf(where) ?? 'aws',
    ...(hook.command.includes('${TERRALAKE_ACCOUNT}') && {
      TERRALAKE_ACCOUNT: account ?? (await currentAccount(where)),
    }),
  };
}
