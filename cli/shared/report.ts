import type { Command } from 'commander';
import { formats, reportAs, type Format } from '../../diagnostics/report';
import { ConfigurationError, type Diagnostic } from '../../diagnostics/diagnostic';
import { terminalReport } from '../../diagnostics/terminal';
import { RefusedError, RunError } from '../../deploy/errors';
import { UsageError } from './usage-error';
import { version } from './version';

/** Progress and talk: to stderr, so that stdout holds data only. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Data: to stdout. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** Findings for people, on stderr. `folder` is where the files that they name lie. */
export function sayDiagnostics(diagnostics: readonly Diagnostic[], folder?: string): void {
  if (diagnostics.length === 0) return;
  const colour = process.stderr.isTTY === true && !process.env.NO_COLOR;
  const where = folder !== undefined && { folder, from: process.cwd() };
  process.stderr.write(terminalReport(diagnostics, { colour, ...where }));
}

/** Options of the commands whose data are findings. */
export interface FormatOptions {
  readonly json?: boolean;
  readonly format?: string;
}

export function withFormat(command: Command): Command {
  return command.option('--format <format>', `how findings are printed: ${formats.join(', ')}`);
}

/** The form that findings are wanted in; `--json` is short for one of them. @throws UsageError */
export function formatOf({ json, format }: FormatOptions): Format {
  if (format === undefined) return json === true ? 'json' : 'terminal';
  const found = formats.find((known) => known === format);
  if (found === undefined) {
    throw new UsageError(`there is no format "${format}"`, `Choose from: ${formats.join(', ')}.`);
  }
  if (json === true && found !== 'json') {
    throw new UsageError(`--json and --format ${format} exclude each other`, 'Keep one of them.');
  }
  return found;
}

/** Findings in the form that is wanted: for people on stderr, as data on stdout. */
export async function tellFindings(
  format: Format,
  findings: readonly Diagnostic[],
  folder: string,
): Promise<void> {
  if (format === 'terminal') return sayDiagnostics(findings, folder);
  const text = await reportAs(format, findings, { folder, from: process.cwd(), version });
  if (text !== '') print(text);
}

/** Runs a command whose data are findings: those that end it are data as well, in the forms that machines read. */
export async function tellingIn(format: Format, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ConfigurationError) || format === 'terminal' || format === 'json') throw error;
    await tellFindings(format, error.diagnostics, error.folder ?? process.cwd());
    process.exitCode = 2;
  }
}

/** Says what went wrong, without a stack trace, and gives the exit code. */
export function reportFailure(error: unknown): number {
  if (error instanceof ConfigurationError) {
    sayDiagnostics(error.diagnostics, error.folder);
    return 2;
  }
  if (error instanceof UsageError) return tell(error.message, error.help, 2);
  if (error instanceof RefusedError) return tell(error.message, error.help, 3);
  if (error instanceof RunError) return tell(error.message, error.help, 1);
  return tell(
    `unexpected: ${error instanceof Error ? error.message : String(error)}`,
    'This is a fault of Terralake: please report it with your configuration.',
    1,
  );
}

function tell(message: string, help: string, exitCode: number): number {
  say(`error: ${message}`);
  if (help !== '') say(`help: ${help}`);
  return exitCode;
}
