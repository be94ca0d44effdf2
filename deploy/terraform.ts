import { findToolchain } from '../toolchain/toolchain';
import { RunError } from './errors';
import type { Ended } from './process';
import type { Run } from './run';

/**
 * Runs Terraform (or OpenTofu) in a stack's folder.
 * @param line takes what it prints, while it comes
 * @throws RunError when there is none
 */
export async function terraform(
  { processes, variables }: Run,
  folder: string,
  args: readonly string[],
  line?: (line: string) => void,
): Promise<Ended> {
  const toolchain = findToolchain();
  if (toolchain.terraform === undefined)
    throw new RunError('Terraform was not found', 'Install Terraform 1.10 or newer, or OpenTofu.');
  return processes.run(toolchain.terraform, args, {
    folder,
    variables: { ...variables, ...toolchain.env },
    ...(line && { line }),
  });
}

/** `terraform init`; quiet unless it fails. @throws RunError */
export async function init(run: Run, folder: string): Promise<void> {
  const result = await terraform(run, folder, ['init', '-input=false', '-no-color']);
  if (result.exitCode !== 0) throw new RunError('terraform init failed', result.output);
}
