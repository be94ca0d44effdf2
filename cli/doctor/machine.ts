import { inspectMachine, type Machine } from '../../toolchain/machine';
import type { Check } from './check';

const sources = {
  user: 'as your own Terraform configuration says',
  mirror: 'from a mirror on this machine',
  registry: 'from the registry, kept in a plugin cache',
} as const;

/** What the machine has: Node, Terraform, and where providers come from. */
export function machineChecks(machine = inspectMachine()): readonly Check[] {
  const provider = { check: 'AWS provider', ok: true, found: sources[machine.providersFrom] };
  return [node(machine), terraform(machine), provider];
}

function node({ node: { version, isNewEnough } }: Machine): Check {
  if (isNewEnough) return { check: 'Node', ok: true, found: version };
  const help = 'Install the version that package.json asks for.';
  return { check: 'Node', ok: false, found: version, help };
}

function terraform({ terraform: found, oldestTerraform }: Machine): Check {
  if (found) return { check: 'Terraform', ok: true, found: `${found.name} ${found.version} (${found.path})` };
  const help = `Install Terraform ${oldestTerraform} or newer, or OpenTofu, so that it is on PATH.`;
  return { check: 'Terraform', ok: false, found: 'none that is new enough', help };
}
