import * as z from 'zod';
import { configMap, literal, text } from '../../core/module/fields';

const accounts = (what: string) =>
  configMap(literal(/^\d{12}$/, 'twelve digits in quotes'))
    .default({})
    .describe(what);

const accessPolicy = z.strictObject({
  resources: z
    .array(text())
    .min(1)
    .describe('Parts of the catalog: `database/sales`, `table/sales/*`, `*`, or whole ARNs.'),
  readPrincipalArns: z.array(text()).default([]).describe('ARNs of those who read the metadata.'),
  writePrincipalArns: z.array(text()).default([]).describe('ARNs of those who read and change it.'),
});

/** Configuration of the module `glue-catalog`. */
export const glueCatalogConfig = z.strictObject({
  accessPolicies: configMap(accessPolicy)
    .default({})
    .describe('Who reaches which part of the catalog, next to what IAM and Lake Formation allow.'),
  consumerAccounts: accounts('Accounts that read the whole catalog, and decrypt with its key.'),
  kmsKeyConsumerAccounts: accounts('Accounts that read and write with the key of the catalog.'),
  producerAccounts: accounts('Accounts whose catalogs Athena finds here, each under its key in this map.'),
  enableHybrid: z
    .boolean()
    .default(true)
    .describe('The policy of the catalog stands next to shares that Lake Formation makes.'),
});

export type GlueCatalogConfig = z.output<typeof glueCatalogConfig>;
