import { loadPlatform } from '../shared/built-in';
import { dirname, join } from 'node:path';

import { ConfigurationError } from '../../diagnostics/diagnostic';
import type { Platform } from '../../core/platform/platform';
import { stackPlans } from '../../core/platform/stacks';
import { assumedEnv, createDeployRole } from '../../emulator/identities';
import { diffInventory, inventory } from '../../emulator/inventory';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../emulator/sandbox';
import { processConfiguration, quietSdk, rootFile } from '../shared/configuration';
import type { CommonOptions } from '../shared/options';
import { changesText } from '../shared/progress';
import { print, say, sayDiagnostics } from '../shared/report';
import { newRun } from '../shared/run';
import { RunError } from '../../deploy/errors';
import { planStack } from '../../deploy/plan';
import type { Variables } from '../../deploy/process';
import type { Run } from '../../deploy/run';
import { runCdktf } from './cdktf';
import { asUser } from './clients';
import { countByService, madeTable } from './made';
import { createNetwork } from './network';
import { walkThrough } from './walk-through';
import { createWorkspace, type Workspace } from './workspace';

export interface DemoOptions extends CommonOptions {
  readonly keep?: boolean;
}

/**
 * Rehearses a deployment on this machine: emulator, `cdktf deploy`, a second plan, the usage steps, destroy,
 * and nothing left. Every step that fails ends it with exit code 1.
 */
export async function demo(options: DemoOptions): Promise<void> {
  quietSdk();
  const file = rootFile(options.config);
  say('▸ starting an AWS on this machine');
  const sandbox = await startSandbox(target(file));
  const workspace = createWorkspace(file);
  try {
    await rehearse(sandbox, workspace, options.keep === true);
  } finally {
    if (options.keep !== true) {
      workspace.remove();
      await sandbox.stop();
    }
  }
}

/** The account and region to rehearse in: those that the platform states. @throws RunError where there are several */
function target(file: string): SandboxOptions {
  const { platform, diagnostics } = loadPlatform({ file, environment: processConfiguration().environment });
  if (!platform) throw new ConfigurationError(diagnostics);
  const one = (what: string, values: readonly (string | undefined)[]): string | undefined => {
    const [first, second] = [...new Set(values.filter((value) => value !== undefined))];
    if (second === undefined) return first;
    throw new RunError(
      `the platform has several ${what}: ${String(first)}, ${second}, …`,
      `The rehearsal plays one: give it a root file with the environments of one.`,
    );
  };
  const account = one(
    'accounts',
    platform.environments.map((environment) => environment.account),
  );
  const region = one(
    'regions',
    platform.environments.map((environment) => environment.region),
  );
  return { ...(account !== undefined && { account }), ...(region !== undefined && { region }) };
}

async function rehearse(sandbox: Sandbox, workspace: Workspace, keep: boolean): Promise<void> {
  const role = await createDeployRole(sandbox, 'deploy');
  say(`  deploying as ${role}`);
  const context = await createNetwork(workspace.rootFile, asUser(sandbox));
  const environment = await environmentFor(sandbox, role, context);
  const run = newRun(environment);
  const platform = loaded(workspace.rootFile, context);
  const before = await inventory(sandbox);

  say("▸ cdktf deploy '*'");
  say('  deletion_protection: false and TERRALAKE_ALLOW_DATA_LOSS=*: here, and only here, data may go');
  await runCdktf(workspace.folder, ['deploy', '*', '--auto-approve', '--parallelism', '1'], environment);

  const stacks = stackPlans(platform).map(({ id }) => ({
    id,
    folder: join(workspace.folder, 'cdktf.out', 'stacks', id),
  }));
  say('▸ what exists now');
  const made = [];
  for (const { id, folder } of stacks) made.push({ id, counts: await countByService(run, folder) });
  print(madeTable(made));

  say('▸ planning every stack again');
  for (const { id, folder } of stacks) await assertNoChange(run, id, folder);

  say('▸ using the platform');
  await walkThrough({
    platform,
    sandbox,
    workspace: workspace.folder,
    rootFile: workspace.rootFile,
    context,
    deployer: role,
  });

  if (keep) return sayKept(sandbox, workspace, environment, role);
  say("▸ cdktf destroy '*'");
  await runCdktf(workspace.folder, ['destroy', '*', '--auto-approve', '--parallelism', '1'], environment);
  const left = diffInventory(before, await inventory(sandbox));
  if (left.added.length + left.removed.length > 0) {
    throw new RunError('the account is not as it was before', JSON.stringify(left, null, 2));
  }
  say(
    '  nothing is left (keys wait for their deletion; the settings of Lake Formation are the default again)',
  );
  say('✓ the rehearsal went through');
}

/** @throws ConfigurationError */
function loaded(file: string, context: Readonly<Record<string, string>>): Platform {
  const { platform, diagnostics } = loadPlatform({
    file,
    context,
    environment: processConfiguration().environment,
  });
  if (!platform) throw new ConfigurationError(diagnostics, dirname(file));
  sayDiagnostics(diagnostics.filter(({ severity }) => severity !== 'note'));
  return platform;
}

async function environmentFor(
  sandbox: Sandbox,
  role: string,
  context: Readonly<Record<string, string>>,
): Promise<Variables> {
  return {
    ...processConfiguration().environment,
    ...(await assumedEnv(sandbox, role, 'demo')),
    TERRALAKE_CONTEXT: JSON.stringify(context),
    TERRALAKE_ALLOW_DATA_LOSS: '*',
    CDKTF_SKIP_PROVIDER_LOCK: 'true',
  };
}

async function assertNoChange(run: Run, id: string, folder: string): Promise<void> {
  const counts = await planStack(run, { id, folder, dependencies: [], targets: [] });
  if (counts.add + counts.change + counts.destroy > 0)
    throw new RunError(`the second plan of ${id} is not empty: ${changesText(counts)}`);
  say(`  ✓ ${id}: no changes`);
}

function sayKept(sandbox: Sandbox, workspace: Workspace, environment: Variables, deployer: string): void {
  say(`▸ the emulator keeps running until you press Ctrl-C; the stacks are in ${workspace.folder}`);
  const shown = [
    ...Object.keys(sandbox.env),
    'TERRALAKE_CONTEXT',
    'TERRALAKE_ALLOW_DATA_LOSS',
    'CDKTF_SKIP_PROVIDER_LOCK',
  ];
  // An empty AWS_PROFILE is not none to every client.
  for (const name of shown) {
    const value = environment[name] ?? '';
    print(value === '' ? `unset ${name}` : `export ${name}='${value}'`);
  }
  print(`# then, for example: cd ${join(workspace.folder, 'cdktf.out', 'stacks')}/<stack> && terraform plan`);
  const access = `access verify --live --deployer ${deployer} --config ${workspace.rootFile}`;
  print(`# or, here: npm run -s terralake -- ${access}`);
}
