import type { Command } from 'commander';
import type { SynthesizeOptions } from '../../core/synthesize';
import { day, list, processConfiguration, rootFile } from './configuration';
import type { BuiltIn } from './built-in';
import { UsageError } from './usage-error';

/** Options that every command takes. */
export interface CommonOptions {
  readonly config?: string;
  readonly context?: readonly string[];
  readonly json?: boolean;
  readonly asOf?: string;
}

/** Options of the commands that pick stacks. */
export interface FilterOptions {
  readonly domain?: string;
  readonly env?: string;
  readonly module?: string;
}

export interface DataLossOptions {
  readonly allowDataLoss?: string;
}

export function withCommon(command: Command): Command {
  return command
    .option('-c, --config <file>', 'the root file of the platform')
    .option('--context <key=value>', 'override a context value; may be repeated', collected)
    .option('--as-of <day>', 'the day to take for today, such as 2027-06-30: what expires before is left out')
    .option('--json', 'print data as JSON');
}

/** Takes one value each time: a stack may follow. */
function collected(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}

export function withFilters(command: Command): Command {
  return command
    .option('-d, --domain <names>', 'only these domains (comma list)')
    .option('-e, --env <names>', 'only these environments (comma list)')
    .option('-m, --module <names>', 'only these modules (comma list)');
}

/** What to load, from the options and the process environment. @throws UsageError */
export function loadOptions(
  options: CommonOptions,
): Pick<SynthesizeOptions, 'file' | 'context' | 'environment' | 'asOf'> {
  const { context, environment, asOf } = processConfiguration();
  return {
    file: rootFile(options.config),
    context: { ...context, ...Object.fromEntries((options.context ?? []).map(keyValue)) },
    environment,
    asOf: options.asOf === undefined ? asOf : day(options.asOf, '--as-of'),
  };
}

/** @throws UsageError */
export function synthesizeOptions(options: CommonOptions & DataLossOptions): BuiltIn<SynthesizeOptions> {
  const { allowDataLoss, outdir } = processConfiguration();
  return {
    ...loadOptions(options),
    outdir,
    allowDataLoss: [...allowDataLoss, ...list(options.allowDataLoss)],
  };
}

function keyValue(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
  throw new UsageError(`--context ${text} is not of the form key=value`, 'Write --context vpc_id=vpc-0123.');
}
