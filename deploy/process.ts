import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** The variables of a process. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** How a program is run. */
export interface ProgramOptions {
  readonly variables: Variables;
  /** The working folder; that of this process by default. */
  readonly folder?: string;
  /** What is run is a line for the shell. */
  readonly shell?: boolean;
  /** Takes what is printed, line by line, while it comes. */
  readonly line?: (line: string) => void;
  /** File descriptor that the program prints to by itself: then nothing of it is known here. */
  readonly printsTo?: number;
}

/** How a program ended. */
export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  /** Both streams, in the order they came. */
  readonly output: string;
}

/** The programs that a run starts: the one place that starts any, and that knows which are running. */
export class Processes {
  private readonly running = new Set<ChildProcess>();

  /** Runs a program to its end, without input. Rejected where it cannot be started. */
  run(program: string, args: readonly string[], options: ProgramOptions): Promise<Ended> {
    const { variables, folder, shell = false, printsTo = 'pipe' } = options;
    const child = spawn(program, [...args], {
      cwd: folder,
      env: variables,
      shell,
      stdio: ['ignore', printsTo, printsTo],
    });
    this.running.add(child);
    return ended(child, options.line).finally(() => this.running.delete(child));
  }

  /** Asks what is running to end as it does on Ctrl-C: Terraform saves its state first. */
  interrupt(): void {
    for (const child of this.running) child.kill('SIGINT');
  }
}

function ended(child: ChildProcess, line: ProgramOptions['line']): Promise<Ended> {
  let stdout = '';
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (stream === child.stdout) stdout += text;
    });
    if (stream && line) createInterface({ input: stream, crlfDelay: Infinity }).on('line', line);
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ exitCode: code ?? 1, stdout, output }));
  });
}
