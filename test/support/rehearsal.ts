import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { assumedEnv, createDeployRole } from '../../emulator/identities';
import { startSandbox, type Sandbox } from '../../emulator/sandbox';
import { run, source, type Run } from './run';

const root = resolve(__dirname, '../..');

/** A platform's folder, a sandbox and an identity to run real commands with. */
export interface Rehearsal {
  readonly sandbox: Sandbox;
  readonly folder: string;
  /** Runs `cdktf …` as a user would type it; `as` names another deploy role. */
  cdktf(args: readonly string[], as?: string): Promise<Run>;
  /** Runs `terralake …`. */
  terralake(args: readonly string[], as?: string): Promise<Run>;
  /** Adds variables to the environment of every following command. */
  set(variables: Readonly<Record<string, string>>): void;
  stop(): Promise<void>;
}

/** Starts a sandbox with the files of `from` (a folder) and `files` in a folder of their own. */
export async function rehearse(
  from: string | undefined,
  files: Readonly<Record<string, string>> = {},
): Promise<Rehearsal> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'terralake-e2e-')));
  if (from !== undefined) cpSync(from, folder, { recursive: true });
  const app = ['node', ...source('main.ts')].join(' ');
  writeFileSync(
    join(folder, 'cdktf.json'),
    JSON.stringify({ language: 'typescript', app, projectId: 'e2e', sendCrashReports: 'false' }),
  );
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const sandbox = await startSandbox();
  const identities = new Map<string, Promise<Record<string, string>>>();
  const extra: Record<string, string> = {};
  const identity = (name: string): Promise<Record<string, string>> => {
    const made =
      identities.get(name) ?? createDeployRole(sandbox, name).then((arn) => assumedEnv(sandbox, arn, 'e2e'));
    identities.set(name, made);
    return made;
  };
  const start = async (program: readonly string[], as = 'deploy'): Promise<Run> => {
    const env = {
      ...process.env,
      ...(await identity(as)),
      CDKTF_SKIP_PROVIDER_LOCK: 'true',
      CI: 'true',
      FORCE_COLOR: '0',
      ...extra,
    };
    return run(process.execPath, program, folder, env);
  };
  await identity('deploy');
  return {
    sandbox,
    folder,
    cdktf: (args, as) => start([join(root, 'node_modules/cdktf-cli/bundle/bin/cdktf'), ...args], as),
    terralake: (args, as) => start([...source('cli/main.ts'), ...args], as),
    set: (variables) => void Object.assign(extra, variables),
    stop: async () => {
      await sandbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The result of a command that must have worked; its output in the failure otherwise. */
export function worked(result: Run): Run {
  if (result.exitCode !== 0)
    throw new Error(
      `exit code ${String(result.exitCode)}\n${result.stdout.slice(-6000)}\n${result.stderr.slice(-6000)}`,
    );
  return result;
}
