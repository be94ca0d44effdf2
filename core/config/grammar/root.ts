import * as z from 'zod';
import { domainSchema } from './domain';
import { environmentSchema } from './environment';
import { organizationTeamSchema } from './organization-teams';
import { anything, flag, words } from './leaves';
import { everywhere, target } from './shared';

/** The root file: `platform.yaml` or `mdaa.yaml`. */
export const rootSchema = z.strictObject({
  ...everywhere,
  ...target,
  organization: words().describe(
    'The first word of every name; must be unique among all users of AWS, as buckets carry it.',
  ),
  domains: z.record(z.string(), domainSchema).describe('The domains, by name.'),
  env_templates: z
    .record(z.string(), environmentSchema)
    .optional()
    .describe('Environments that others build on with `template`.'),
  organization_teams: z
    .record(z.string(), organizationTeamSchema)
    .optional()
    .describe('Teams by their exact names; `@terralake/environment` gives them a workplace.'),
  stacks: z
    .enum(['per-environment', 'per-module'])
    .optional()
    .describe('One Terraform stack per environment (the default) or per module.'),
  naming_module: words()
    .optional()
    .describe('A naming of your own: compiled JavaScript, relative to this file, or an npm package.'),
  naming_class: words().optional().describe('The name of the exported naming class.'),
  naming_props: anything().optional().describe('Handed to the naming class as `props`.'),
  log_suppressions: flag().optional().describe('Prints suppressed findings of cdk-nag; without effect.'),
  useStaging: flag().optional().describe("MDAA's deploy stages; without effect."),
  devops: z.unknown().optional().describe("MDAA's CodePipeline generator; not supported."),
});
