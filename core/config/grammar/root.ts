import * as z from 'zod';
import { toPlain, type MapNode } from '../node';
import type { Report } from '../../../diagnostics/diagnostic';
import { diagnoseIssues } from '../validate/issues';
import { filled, flag, words, anything } from './leaves';
import { moduleSchema } from './module';
import { everywhere, naming, target } from './shared';

const people = z.strictObject({
  permissionSet: filled().optional().describe('A permission set of IAM Identity Center.'),
  roleArn: filled().optional().describe('ARN of a role; may hold `{{account}}` and `{{partition}}`.'),
  saml: z
    .strictObject({
      providerArn: filled().describe('ARN of the SAML provider.'),
      attribute: z
        .record(z.string(), words())
        .optional()
        .describe('Attributes of the assertion, with the values they must have.'),
    })
    .optional()
    .describe('People who come through a SAML provider.'),
});

/** A team of the organization: `organization_teams.<exact group name>`. */
const organizationTeamSchema = z.strictObject({
  linkEnvironments: flag().optional().describe('May own environments. Default: false.'),
  inviteTeams: flag().optional().describe('May invite teams to its environments. Default: false.'),
  tenant: flag().optional().describe('May edit everything. Default: false.'),
  codeowner: filled().optional().describe('Who approves its files: `@org/team` or an e-mail address.'),
  assumedBy: z
    .array(people)
    .optional()
    .describe('Who may assume the roles of the team: one of permissionSet, roleArn, saml each.'),
});

/** An environment of a domain, or an entry of `env_templates`. */
export const environmentSchema = z.strictObject({
  ...everywhere,
  ...target,
  template: words().optional().describe('The entry of `env_templates` that this environment builds on.'),
  modules: z
    .record(z.string(), moduleSchema)
    .optional()
    .describe('The modules, by the names that their resources carry.'),
  stack_name: words()
    .optional()
    .describe('Stands for `<domain>-<environment>` in stack id, workspace and state key.'),
  custom_naming: naming.optional().describe('A naming class for the modules of this environment.'),
  use_bootstrap: flag().optional().describe("MDAA's bootstrap stack; without effect."),
});

/** A domain: `domains.<name>`. */
export const domainSchema = z.strictObject({
  ...everywhere,
  ...target,
  environments: z
    .record(z.string(), environmentSchema)
    .describe('The environments of the domain: dev, test, prod, …'),
  env_templates: z
    .record(z.string(), environmentSchema)
    .optional()
    .describe('Environments to build on; they win over those of the root.'),
  custom_naming: naming.optional().describe('A naming class for the modules of this domain.'),
});

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

/** Unknown keys, missing keys and wrong kinds of values in the root file. */
export function checkGrammar(root: MapNode, report: Report): void {
  const checked = rootSchema.safeParse(toPlain(root));
  if (checked.success) return;
  for (const diagnostic of diagnoseIssues(checked.error.issues, root, root.place, rootSchema))
    report(diagnostic);
}
