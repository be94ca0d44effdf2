import { ConfigurationError, type Diagnostic } from '../../diagnostics/diagnostic';
import { formatDiagnostics } from '../../diagnostics/terminal';
import { RefusedError, RunError, UsageError } from './usage-error';

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
  process.stderr.write(formatDiagnostics(diagnostics, { colour, ...where }));
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
