import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** How a command ended, and what it printed. */
export interface Run {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end. */
export async function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Run> {
  return new Promise((done, fail) => {
    const child = spawn(command, [...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const text = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text.stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text.stderr += chunk));
    child.on('error', fail);
    child.on('close', (code) => done({ exitCode: code ?? 1, ...text }));
  });
}

/** The arguments of `node` that let it run the sources as they are, not as they were built some time ago. */
export const fromSources: readonly string[] = ['-r', join(__dirname, 'register.js')];

/** The arguments of `node` that run a source file of the project. */
export function source(file: string): readonly string[] {
  return [...fromSources, join(root, file)];
}

/** Runs `terralake …` in a folder; of the variables of this process it sees PATH alone. */
export function terralake(
  folder: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const env = { PATH: process.env.PATH, ...variables };
  return run(process.execPath, [...source('cli/main.ts'), ...args], folder, env);
}

/** The code of a module among the fixtures, to stand beside a platform; `index` is what it imports. */
export function customModule(name: string, index = join(root, 'index')): string {
  return readFileSync(join(root, 'test/fixtures/modules', `${name}.js`), 'utf8').replace(
    "'../../../index'",
    JSON.stringify(index),
  );
}
