import { spawn } from 'node:child_process';
import { findToolchain } from '../../toolchain/toolchain';

/** What a run of Terraform ended with. */
export interface Run {
  readonly code: number;
  readonly output: string;
}

/** Runs Terraform in a folder; the sandbox lives in this process, so this one must not block. */
export function terraform(
  folder: string,
  environment: Record<string, string>,
  ...args: string[]
): Promise<Run> {
  const program = findToolchain().terraform;
  if (!program) throw new Error('Terraform is missing: npm test installs it.');
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: folder, env: { ...process.env, ...environment } });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('exit', (code) => resolve({ code: code ?? -1, output }));
  });
}
