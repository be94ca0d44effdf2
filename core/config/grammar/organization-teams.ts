import * as z from 'zod';
import { filled, flag, words } from './leaves';

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
export const organizationTeamSchema = z.strictObject({
  linkEnvironments: flag().optional().describe('May own environments. Default: false.'),
  inviteTeams: flag().optional().describe('May invite teams to its environments. Default: false.'),
  tenant: flag().optional().describe('May edit everything. Default: false.'),
  codeowner: filled().optional().describe('Who approves its files: `@org/team` or an e-mail address.'),
  assumedBy: z
    .array(people)
    .optional()
    .describe('Who may assume the roles of the team: one of permissionSet, roleArn, saml each.'),
});
