import { cliConfig } from '../setup/cli-config';
import { nodeFound } from '../setup/step-node';
import { findTerraform, OLDEST } from '../setup/terraform-find';

export { projectRoot } from '../setup/project';

/** What a machine has of what Terralake needs, for somebody to judge. */
export interface Machine {
  readonly node: { readonly version: string; readonly isNewEnough: boolean };
  /** The first that is new enough. */
  readonly terraform:
    { readonly name: 'terraform' | 'tofu'; readonly version: string; readonly path: string } | undefined;
  readonly oldestTerraform: string;
  /** Where Terraform takes providers from. */
  readonly providersFrom: 'user' | 'mirror' | 'registry';
}

/** Looks at this machine, and installs nothing. */
export function inspectMachine(): Machine {
  return {
    node: nodeFound(),
    terraform: findTerraform(),
    oldestTerraform: OLDEST,
    providersFrom: cliConfig().from,
  };
}
