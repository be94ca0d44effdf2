import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ChangeCounts } from './changes';

/** What Terraform is run for. */
export const runCommands = ['plan', 'apply', 'destroy'] as const;
export type RunCommand = (typeof runCommands)[number];

/** How a run of a stack ended. */
export interface RunStatus extends ChangeCounts {
  readonly command: RunCommand;
  readonly stack: string;
  readonly status: 'done' | 'failed';
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** A run with what it printed. */
export interface LoggedRun extends RunStatus {
  readonly output: string;
}

/** Keeps what the last run of a command printed, with a line about it at the head; the file is its user's alone. */
export function logRun(
  stack: { readonly id: string; readonly folder: string },
  run: Omit<LoggedRun, 'stack' | 'at'>,
  now: Date = new Date(),
): void {
  const { command, status, add, change, destroy, output } = run;
  const file = logFile(dirname(dirname(stack.folder)), stack.id, command);
  mkdirSync(dirname(file), { recursive: true });
  const head = ['#', command, stack.id, status, now.toISOString(), add, change, destroy].join(' ');
  writeFileSync(file, `${head}\n${output}`, { mode: 0o600 });
}

/** The last run of each command, the latest first. `outdir` is CDKTF's. */
export function loggedRuns(outdir: string, stack: string): readonly LoggedRun[] {
  return runCommands
    .flatMap((command) => read(logFile(outdir, stack, command)) ?? [])
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Stacks of which runs were kept. */
export function loggedStacks(outdir: string): readonly string[] {
  try {
    return readdirSync(join(outdir, 'logs')).sort();
  } catch {
    return [];
  }
}

/** `apply failed 2026-11-26T12:00:00.000Z`. */
export function describeRun({ command, status, at }: RunStatus): string {
  return `${command} ${status} ${at}`;
}

function logFile(outdir: string, stack: string, command: RunCommand): string {
  return join(outdir, 'logs', stack, `${command}.log`);
}

function read(file: string): LoggedRun | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const end = text.indexOf('\n');
  const head = /^# (plan|apply|destroy) (\S+) (done|failed) (\S+) (\d+) (\d+) (\d+)$/.exec(
    text.slice(0, end),
  );
  if (!head) return undefined;
  const [, command, stack = '', status, at = '', add, change, destroy] = head;
  return {
    command: command as RunCommand,
    stack,
    status: status as RunStatus['status'],
    at,
    add: Number(add),
    change: Number(change),
    destroy: Number(destroy),
    output: text.slice(end + 1),
  };
}
