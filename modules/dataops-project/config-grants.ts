import * as z from 'zod';
import { grantLevels } from '../../core/aws/lake-formation-levels';
import { configMap, literal, problem, roleReference, text } from '../../core/module/fields';

const principal = z
  .strictObject({
    role: roleReference().optional().describe('A role.'),
    federationProviderArn: text().optional().describe('The SAML provider of a federated group or user.'),
    federatedGroup: text().optional().describe('A group of the SAML provider.'),
    federatedUser: text().optional().describe('A user of the SAML provider.'),
    account: literal(/^\d{12}$/, 'an account id')
      .optional()
      .describe(
        'The account of the principal: one of another account gets nothing on resource links of this one.',
      ),
  })
  .superRefine((value, ctx) => {
    const { role, federationProviderArn: provider, federatedGroup: group, federatedUser: user } = value;
    const federated = provider !== undefined && (group === undefined) !== (user === undefined);
    const anyFederated = provider !== undefined || group !== undefined || user !== undefined;
    if (role ? !anyFederated : federated) return;
    const help =
      'Give either `role:`, or `federationProviderArn:` with one of federatedGroup and federatedUser.';
    problem(ctx, 'TL208', 'this is neither a role nor a federated group or user', help);
  });

const principalArns = configMap(text());

const level = (of: string) =>
  z.enum(grantLevels).default('read').describe(`What the principals may do with ${of}.`);

const grant = z.strictObject({
  databasePermissions: level('the database'),
  tablePermissions: level('the tables'),
  tables: z
    .array(literal())
    .optional()
    .describe(
      'The tables, which must exist; an empty list for none. Default: all tables, those to come included.',
    ),
  principals: configMap(principal).default({}).describe('Principals by name.'),
  principalArns: principalArns
    .default({})
    .describe('ARNs of principals by name.')
    .meta({ leaf: 'map of name to ARN' }),
});

/** Values of LF-tags: Lake Formation keeps keys and values in lower case. */
const tagText = () => literal().transform((value) => value.toLowerCase());

const tagPermissions = [
  'ALL',
  'ALTER',
  'CREATE_TABLE',
  'DELETE',
  'DESCRIBE',
  'DROP',
  'INSERT',
  'SELECT',
] as const;

const tagBasedGrant = z.strictObject({
  principalArns: principalArns.describe('ARNs of principals by name.').meta({ leaf: 'map of name to ARN' }),
  permissions: z.array(z.enum(tagPermissions)).min(1).describe('Permissions of Lake Formation.'),
  permissionsWithGrantOption: z
    .array(z.enum(tagPermissions))
    .default([])
    .describe('Those of the permissions that the principals may pass on.'),
  resourceType: z.enum(['TABLE', 'DATABASE']).default('TABLE').describe('What the tags are looked for on.'),
  lfTagExpression: configMap(z.union([tagText(), z.array(tagText()).min(1)]))
    .describe('Tag keys, each with the value or values that a resource must carry one of.')
    .meta({ leaf: 'map of tag key to value or values' }),
});

export const lfTag = (values: string) =>
  z.strictObject({
    tagKey: tagText().describe('The key of the tag.'),
    tagValues: z.array(tagText()).min(1).describe(values),
    catalogId: text().optional().describe('The account of the Data Catalog. Default: this account.'),
  });

/** The `lakeFormation` block of a database. */
export const databaseLakeFormation = z.strictObject({
  createSuperGrantsForDataAdminRoles: z
    .boolean()
    .default(false)
    .describe('Data admins may do everything with the database and all its tables.'),
  createReadGrantsForDataEngineerRoles: z
    .boolean()
    .default(false)
    .describe('Data engineers may read the database and all its tables.'),
  createReadWriteGrantsForProjectExecutionRoles: z
    .boolean()
    .default(false)
    .describe(
      'Project execution roles may read and write the database and all its tables, and its location.',
    ),
  locationRegistered: z
    .boolean()
    .default(false)
    .describe(
      'The location, or a folder above it, is registered with Lake Formation: execution roles are granted it. Needed only for what this platform does not register itself.',
    ),
  grants: configMap(grant).default({}).describe('More grants by name.'),
  createCrossAccountResourceLinkAccounts: z
    .array(literal(/^\d{12}$/, 'an account id'))
    .default([])
    .describe(
      'Accounts in which a resource link to the database is made: the own one, or one of `additional_accounts` of the module.',
    ),
  createCrossAccountResourceLinkName: literal()
    .optional()
    .describe('The name of the resource links. Default: the name of the database.'),
  databaseTagValues: z
    .array(lfTag('The value that the database carries: one for each key.'))
    .default([])
    .describe('LF-tags of the database, out of the `lfTags` of the project.'),
  tagBasedGrants: configMap(tagBasedGrant)
    .default({})
    .describe('Grants on everything that carries LF-tags, in this database or not.'),
});

export type DatabaseLakeFormation = z.output<typeof databaseLakeFormation>;
export type GrantConfig = z.output<typeof grant>;
export type PrincipalConfig = z.output<typeof principal>;
export type TagBasedGrantConfig = z.output<typeof tagBasedGrant>;
