import * as z from 'zod';
import { literal, roleReference, text } from '../../core/module/fields';

const account = literal(/^\d{12}$/, 'twelve digits in quotes');
const region = literal(/^[a-z]{2}(-[a-z]+)+-\d$/, 'the name of a region');

/** Configuration of the module `audit`. */
export const auditConfig = z.strictObject({
  readRoles: z.array(roleReference()).default([]).describe('Roles that read the logs.'),
  sourceAccounts: z
    .array(account)
    .default([])
    .describe('Further accounts whose trails and inventories land here; the own account always may.'),
  sourceRegions: z
    .array(region)
    .default([])
    .describe('Further regions that the Glue table over the logs covers, next to the own one.'),
  inventoryPrefix: literal(/^[^\s]*$/, 'a prefix')
    .default('inventory/')
    .describe('Where S3 inventories land.'),
  inventories: z
    .array(
      z.strictObject({
        bucketName: text().describe('The bucket that is listed.'),
        inventoryName: literal().describe('The name of its inventory.'),
      }),
    )
    .default([])
    .describe('Inventories that land here: a Glue table over them is made.'),
});

export type AuditConfig = z.output<typeof auditConfig>;
