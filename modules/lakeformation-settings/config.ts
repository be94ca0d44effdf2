import * as z from 'zod';
import { json, literal, roleReference, text } from '../../core/module/fields';

const account = literal(/^\d{12}$/, 'twelve digits in quotes');

/** Configuration of the module `lakeformation-settings`. */
export const lakeFormationSettingsConfig = z.strictObject({
  lakeFormationAdminRoles: z
    .array(roleReference())
    .describe('Data lake administrators; the deploying identity always is one.'),
  iamAllowedPrincipalsDefault: z
    .boolean()
    .describe(
      'Whoever IAM allows gets everything on new databases and tables; otherwise nobody gets anything.',
    ),
  createCdkLFAdmin: z
    .boolean()
    .default(false)
    .describe('Without effect: the deploying identity is an administrator anyway.'),
  crossAccountVersion: literal(/^[1-9]\d*$/, 'a version in quotes, such as "4"')
    .default('4')
    .describe('How Lake Formation shares with other accounts (`CROSS_ACCOUNT_VERSION`).'),
  createDataZoneAdminRole: z
    .boolean()
    .default(false)
    .describe('Make the role that DataZone manages access with, an administrator too.'),
  dataZoneAdminTrustAccounts: z
    .array(account)
    .default([])
    .describe('Further accounts whose DataZone domains may assume that role.'),
  iamIdentityCenter: json().optional().describe('Left out: an error.'),
  droppedAdministrators: z
    .array(text())
    .default([])
    .describe('ARNs of administrators that exist in the account and are to be removed.'),
});

export type LakeFormationSettingsConfig = z.output<typeof lakeFormationSettingsConfig>;
