import { suggestion } from '../../core/config/nearest';
import { processConfiguration } from '../shared/configuration';
import type { CommonOptions } from '../shared/options';
import { print, printJson, say } from '../shared/report';
import { UsageError } from '../shared/usage-error';
import { describeRun, loggedRuns, loggedStacks, runCommands } from '../../deploy/logs';

/** Prints what the last run of a stack printed. The configuration plays no part: it may be broken, or the stack gone. */
export function logs(stack: string, options: CommonOptions & { readonly run?: string }): void {
  const { outdir } = processConfiguration();
  if (options.run !== undefined && !runCommands.some((command) => command === options.run))
    throw new UsageError(`--run ${options.run} is unknown`, `Write one of ${runCommands.join(', ')}.`);
  const stacks = loggedStacks(outdir);
  const runs = stacks.includes(stack) ? loggedRuns(outdir, stack) : [];
  const run = runs.find(({ command }) => options.run === undefined || command === options.run);
  if (!run) {
    const what = options.run === undefined ? '' : `${options.run} of `;
    const help = stacks.length > 0 && !stacks.includes(stack) ? suggestion(stack, stacks) : 'Run it first.';
    throw new UsageError(`no ${what}stack "${stack}" was run from here`, help);
  }
  if (options.json === true) {
    printJson(run);
    return;
  }
  say(describeRun(run));
  print(run.output);
}
