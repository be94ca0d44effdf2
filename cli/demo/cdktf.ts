import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { say } from '../shared/report';
import { RunError } from '../shared/usage-error';

/** Runs the `cdktf` command in a folder, as a user would, and says how each stack gets on. @throws RunError */
export async function runCdktf(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const cdktf = require.resolve('cdktf-cli/bundle/bin/cdktf');
  const child = spawn(process.execPath, [cdktf, ...args], {
    cwd: folder,
    env: { ...environment, CI: 'true', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const read = (stream: NodeJS.ReadableStream): void => {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      progress(line);
    });
  };
  read(child.stdout);
  read(child.stderr);
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
  if (exitCode !== 0) throw new RunError(`cdktf ${args.join(' ')} failed`, lines.slice(-60).join('\n'));
}

/** Of Terraform's many lines, those that tell where a stack stands. */
function progress(line: string): void {
  const told =
    /(Apply complete!.*|Destroy complete!.*|Plan: .*|No changes\..*|Initializing the backend\.\.\.|Error: .*)/.exec(
      line,
    );
  const stack = /^\s*([a-z0-9-]+)\s{2,}/.exec(line)?.[1];
  if (told && stack !== undefined)
    say(`  ${stack.padEnd(18)} ${told[1]?.replace('Initializing the backend...', 'initializing') ?? ''}`);
}
