import { RunError } from '../../deploy/errors';
import type { Variables } from '../../deploy/process';
import { say } from '../shared/report';
import { processes } from '../shared/run';

/** Runs the `cdktf` command in a folder, as a user would, and says how each stack gets on. @throws RunError */
export async function runCdktf(
  folder: string,
  args: readonly string[],
  environment: Variables,
): Promise<void> {
  const cdktf = require.resolve('cdktf-cli/bundle/bin/cdktf');
  const variables = { ...environment, CI: 'true', FORCE_COLOR: '0' };
  const { exitCode, output } = await processes.run(process.execPath, [cdktf, ...args], {
    folder,
    variables,
    line: progress,
  });
  if (exitCode === 0) return;
  const last = output.trimEnd().split('\n').slice(-60);
  throw new RunError(`cdktf ${args.join(' ')} failed`, last.join('\n'));
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
