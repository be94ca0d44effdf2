import { findTerraform, OLDEST } from '../../setup/terraform-find';
import { cliConfig } from '../../setup/cli-config';
import { nodeStep } from '../../setup/step-node';
import { StepError } from '../../setup/step-error';
import type { Check } from './check';

const sources = {
  user: 'as your own Terraform configuration says',
  mirror: 'from a mirror on this machine',
  registry: 'from the registry, kept in a plugin cache',
} as const;

/** What the machine has: Node, Terraform, and where providers come from. */
export function machineChecks(): readonly Check[] {
  return [node(), terraform(), provider()];
}

function node(): Check {
  try {
    return { check: 'Node', ok: true, found: nodeStep().replace(/^node /, '') };
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    return {
      check: 'Node',
      ok: false,
      found: process.versions.node,
      help: 'Install the version that package.json asks for.',
    };
  }
}

function terraform(): Check {
  const found = findTerraform();
  if (found) return { check: 'Terraform', ok: true, found: `${found.name} ${found.version} (${found.path})` };
  const help = `Install Terraform ${OLDEST} or newer, or OpenTofu, so that it is on PATH.`;
  return { check: 'Terraform', ok: false, found: 'none that is new enough', help };
}

function provider(): Check {
  return { check: 'AWS provider', ok: true, found: sources[cliConfig().from] };
}
