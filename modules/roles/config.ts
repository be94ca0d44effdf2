import * as z from 'zod';
import { identityPolicy, policyConditions } from '../../core/aws/user-policy-config';
import { configMap, file, literal, problem, text } from '../../core/module/fields';
import { suppressions } from '../suppressions';

const trust = {
  trustedPrincipal: text().describe(
    'Who may assume the role: `service:<name>.amazonaws.com`, `account:<id>`, `this_account`, an ARN (also from a parameter) or `federation:<key>`.',
  ),
  additionalTrustedActions: z
    .array(literal(/^sts:[A-Za-z]+$/, 'an action of STS, such as sts:SetSourceIdentity'))
    .default([])
    .describe('More actions for the same principal, such as `sts:SetSourceIdentity`.'),
};

/** Personas: roles that come with a choice of base policies. */
export const personas = ['data-admin', 'data-engineer', 'data-scientist'] as const;

const federation = z
  .strictObject({
    providerArn: text().optional().describe('A SAML provider that exists.'),
    samlDoc: file().optional().describe('Metadata XML (`./file.xml`) of a SAML provider to be made.'),
  })
  .superRefine((value, ctx) => {
    if ((value.providerArn === undefined) !== (value.samlDoc === undefined)) return;
    problem(
      ctx,
      'TL208',
      'a federation needs exactly one of providerArn and samlDoc',
      'Give the provider that exists or the document of the one to be made.',
    );
  });

const generatedPolicy = z.strictObject({
  policyDocument: identityPolicy().describe('An IAM policy document.'),
  verbatimPolicyName: z
    .boolean()
    .default(false)
    .describe('The policy is named as its key, without the prefix of organization, environment and domain.'),
  suppressions: suppressions(),
});

const generatedRole = z.strictObject({
  ...trust,
  additionalTrustedPrincipals: z
    .array(z.strictObject(trust))
    .default([])
    .describe('More principals, each with a trust statement of its own.'),
  assumeRoleTrustConditions: policyConditions()
    .optional()
    .describe('Conditions for `trustedPrincipal`, its further actions included: operator, key, value.'),
  basePersona: z.enum(personas).optional().describe('Attaches the base policies of a persona.'),
  awsManagedPolicies: z
    .array(literal(/^[\w+=,.@/-]+$/, 'the name of an AWS managed policy'))
    .default([])
    .describe('AWS managed policies, such as `service-role/AWSGlueServiceRole`.'),
  customerManagedPolicies: z
    .array(literal(/^[\w+=,.@-]+$/, 'the name of a policy'))
    .default([])
    .describe('Policies of the account, by name.'),
  generatedPolicies: z
    .array(literal())
    .default([])
    .describe('Keys of `generatePolicies`, or names of base policies.'),
  verbatimRoleName: z
    .boolean()
    .default(false)
    .describe('The role is named as its key, without the prefix of organization, environment and domain.'),
  suppressions: suppressions(),
});

/** Configuration of the module `roles`. */
export const rolesConfig = z.strictObject({
  createPersonaManagedPolicies: z
    .boolean()
    .default(true)
    .describe('Make the eight base policies of the personas, used or not.'),
  federations: configMap(federation).default({}).describe('SAML providers that roles can trust.'),
  generatePolicies: configMap(generatedPolicy).default({}).describe('Managed policies to be made.'),
  generateRoles: configMap(generatedRole).default({}).describe('Roles to be made.'),
});

export type RolesConfig = z.output<typeof rolesConfig>;
export type RoleConfig = z.output<typeof generatedRole>;
