import * as z from 'zod';
import { inventories } from '../../core/aws/inventory-config';
import { configMap, literal, roleReference, text } from '../../core/module/fields';
import { lifecycleRule } from './lifecycle-config';

const prefix = literal(/^\S*$/, 'a prefix');
const logicalRoles = (what: string) =>
  z.array(literal()).default([]).describe(`Logical roles that ${what} below the prefix.`);

const accessPolicy = z.strictObject({
  rule: z
    .strictObject({
      prefix: prefix.describe('Where in the bucket; `/` is all of it.'),
      ReadRoles: logicalRoles('read'),
      ReadWriteRoles: logicalRoles('read and write'),
      ReadWriteSuperRoles: logicalRoles('read, write and delete for good'),
    })
    .describe('Who may do what below a prefix.'),
});

const corsRule = z.strictObject({
  allowedMethods: z
    .array(z.enum(['GET', 'PUT', 'HEAD', 'POST', 'DELETE']))
    .describe('Methods that are allowed.'),
  allowedOrigins: z.array(text()).describe('Origins that are allowed.'),
  id: text().optional().describe('A name for the rule.'),
  maxAge: z.int().optional().describe('Seconds for which a browser may keep the answer.'),
  allowedHeaders: z.array(text()).optional().describe('Headers that a request may have.'),
  exposedHeaders: z.array(text()).optional().describe('Headers that a page may read.'),
});

const bucket = z.strictObject({
  accessPolicies: z.array(literal()).describe('Keys of `accessPolicies` that hold for the bucket.'),
  defaultDeny: z
    .boolean()
    .default(true)
    .describe('Refuse objects to everyone who is not listed, whatever IAM policies say.'),
  createFolderSkeleton: z
    .boolean()
    .optional()
    .describe('Accepted, without effect: no folder markers are made.'),
  enableEventBridgeNotifications: z
    .boolean()
    .default(false)
    .describe('Send the events of the bucket to EventBridge.'),
  lifecycleConfiguration: literal().optional().describe('A key of `lifecycleConfigurations`.'),
  inventories: inventories(),
  lakeFormationLocations: configMap(
    z.strictObject({
      prefix: prefix.describe('What is registered.'),
      write: z.boolean().default(false).describe('Lake Formation may write as well.'),
    }),
  )
    .default({})
    .describe('Prefixes registered with Lake Formation.'),
  corsRules: z.array(corsRule).default([]).describe('Rules for browsers.'),
});

/** Configuration of the module `datalake`. */
export const datalakeConfig = z.strictObject({
  roles: configMap(z.array(roleReference())).describe('Logical roles, each bound to IAM roles.'),
  accessPolicies: configMap(accessPolicy).describe('Access to prefixes, for use in several buckets.'),
  lifecycleConfigurations: configMap(configMap(lifecycleRule))
    .default({})
    .describe('Sets of lifecycle rules, for use in several buckets.'),
  buckets: configMap(bucket).describe('The zones of the lake: a bucket each.'),
  storageLensEnabled: z.boolean().default(false).describe('One Storage Lens configuration over all zones.'),
});

export type DatalakeConfig = z.output<typeof datalakeConfig>;
export type ZoneConfig = z.output<typeof bucket>;
