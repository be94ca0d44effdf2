import { spawn } from 'node:child_process';
import { findToolchain } from '../../toolchain/toolchain';
import { processConfiguration } from './configuration';
import { RunError } from './usage-error';

export interface TerraformResult {
  readonly exitCode: number;
  readonly stdout: string;
  /** Both streams, in the order they came. */
  readonly output: string;
}

export interface TerraformOptions {
  /** Shows the output on stderr while it comes. */
  readonly show?: boolean;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** Runs Terraform (or OpenTofu) in a stack's folder. @throws RunError when there is none */
export async function terraform(
  folder: string,
  args: readonly string[],
  options: TerraformOptions = {},
): Promise<TerraformResult> {
  const toolchain = findToolchain();
  if (!toolchain.terraform)
    throw new RunError('Terraform was not found', 'Install Terraform 1.10 or newer, or OpenTofu.');
  const environment = { ...processConfiguration().environment, ...toolchain.env, ...options.environment };
  return new Promise((resolve, reject) => {
    const child = spawn(toolchain.terraform as string, [...args], {
      cwd: folder,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let output = '';
    const take = (chunk: Buffer): void => {
      output += chunk.toString();
      if (options.show === true) process.stderr.write(chunk);
    };
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      take(chunk);
    });
    child.stderr.on('data', take);
    child.on('error', reject);
    child.on('close', (code) => resolve({ exitCode: code ?? 1, stdout, output }));
  });
}

/** `terraform init` where it is needed; quiet unless it fails. @throws RunError */
export async function init(
  folder: string,
  environment: Readonly<Record<string, string | undefined>> = {},
): Promise<void> {
  const result = await terraform(folder, ['init', '-input=false', '-no-color'], { environment });
  if (result.exitCode !== 0) throw new RunError('terraform init failed', result.output);
}
