import { partitionOf } from '../aws/regions';
import type { Environment, Hook } from '../core/platform/platform';
import type { StackPlan } from '../core/platform/stacks';
import { RunError } from './errors';
import type { Variables } from './process';
import type { Run } from './run';

/**
 * Does the work of a stack with the hooks of its modules around it. Of those after it, the ones without
 * `after_success` run even when the work failed.
 * @throws RunError
 */
export async function withHooks<T>(
  run: Run,
  { modules, environment }: StackPlan,
  work: () => Promise<T>,
): Promise<T> {
  const before = modules.flatMap((module) => module.predeploy);
  const after = modules.flatMap((module) => module.postdeploy);
  await runHooks(run, before, environment);
  const done = await work().catch(async (error: unknown) => {
    const anyway = after.filter(({ afterSuccess }) => !afterSuccess);
    await runHooks(run, anyway, environment);
    throw error;
  });
  await runHooks(run, after, environment);
  return done;
}

/** Runs shell hooks in order, in the working folder. A failing hook stops the run only with `exit_if_fail`. */
async function runHooks(run: Run, hooks: readonly Hook[], environment: Environment): Promise<void> {
  for (const hook of hooks) {
    run.tell({ kind: 'hook', command: hook.command });
    const variables = { ...run.variables, ...(await placeOf(run, hook, environment)) };
    const options = { variables, shell: true, printsTo: run.hooksPrintTo };
    const { exitCode } = await run.processes.run(hook.command, [], options);
    if (exitCode === 0) continue;
    const { file, line } = hook.place;
    const message = `hook "${hook.command}" failed with exit code ${exitCode} (${file}:${line})`;
    if (hook.exitIfFail) throw new RunError(message);
    run.tell({ kind: 'warning', message });
  }
}

/** Account, region and partition for a hook that asks for them where the environment says `default`. */
async function placeOf(run: Run, { command }: Hook, { account, region }: Environment): Promise<Variables> {
  if (!command.includes('${TERRALAKE_')) return {};
  const where = region ?? run.variables.AWS_REGION ?? run.variables.AWS_DEFAULT_REGION;
  if (where === undefined)
    throw new RunError('a hook needs the region', 'Set AWS_REGION, or state the region of the environment.');
  return {
    TERRALAKE_REGION: where,
    TERRALAKE_PARTITION: partitionOf(where) ?? 'aws',
    ...(command.includes('${TERRALAKE_ACCOUNT}') && {
      TERRALAKE_ACCOUNT: account ?? (await currentAccount(run, where)),
    }),
  };
}

/** The account of the credentials at hand. @throws RunError where there are none */
async function currentAccount(run: Run, region: string): Promise<string> {
  const sessions = await run.sessions();
  const { account } = await sessions.caller(region).catch(() => ({ account: '' }));
  if (account !== '') return account;
  throw new RunError(
    'a hook needs the account, and AWS did not tell it',
    'Authenticate, or state the account of the environment.',
  );
}
