import * as z from 'zod';
import { literal, text } from '../../../core/module/fields';
import { day, id, named, roleArn, teamName } from './leaves';

/** What somebody with whom data is shared may do with it. */
export const sharePermissions = ['Read', 'Write', 'Modify'] as const;
export type SharePermission = (typeof sharePermissions)[number];

export const sharePermissionList = () => z.array(z.enum(sharePermissions)).min(1);

const column = z.strictObject({
  name: literal(/^[a-z0-9_]{1,255}$/, 'a column name: lower-case letters, digits and underscores').describe(
    'The name.',
  ),
  type: literal(/^[a-z0-9_<>:,() ]{1,1024}$/, 'a type of Hive, such as bigint').describe(
    'The type, as Hive writes it.',
  ),
  comment: text().optional().describe('What it holds.'),
});

const table = z.strictObject({
  columns: z
    .array(column)
    .min(1)
    .optional()
    .describe('The columns of a table that is made here; left out: the crawler makes the table.'),
  location: literal(/^[^/].*\/$/, 'a prefix that ends with a slash')
    .optional()
    .describe('Where its files are. Default: `<table>/`.'),
  format: z
    .enum(['parquet', 'csv', 'json'])
    .default('parquet')
    .describe('How its files are written; those of `csv` have no line of headers.'),
});

/** A name of Lake Formation's: of a data filter, or a table of it. */
const tableName = () => literal(/^[a-z0-9_]{1,255}$/, 'the name of a table');

const dataFilter = z.strictObject({
  table: tableName().describe('The table, one of `tables`.'),
  rows: literal().optional().describe('The rows, as a condition of SQL; all columns.'),
  columns: z.array(literal()).min(1).optional().describe('The columns; all rows.'),
});

/** With whom a share shares. */
const principal = z
  .strictObject({
    consumptionRole: literal().optional().describe('A consumption role of this environment.'),
    team: teamName().optional().describe('A team of this environment.'),
  })
  .refine(({ consumptionRole, team }) => (consumptionRole === undefined) !== (team === undefined), {
    params: { code: 'TL208', help: 'Write one of `consumptionRole:` and `team:`.' },
    message: 'a share is with one consumption role or one team',
  });

/** What of a dataset. */
const items = () =>
  z.strictObject({
    bucket: z.boolean().default(false).describe('The whole bucket.'),
    folders: z.array(literal()).default([]).describe('Folders of the dataset.'),
    tables: z.array(literal()).default([]).describe('Tables of the dataset.'),
    dataFilters: z.array(literal()).default([]).describe('Data filters of the dataset.'),
  });

const acceptance = z.strictObject({
  permissions: sharePermissionList()
    .describe('What is allowed at most.')
    .meta({ leaf: 'list of Read, Write, Modify' }),
  until: day().optional().describe('The day on whose beginning the consent ends.'),
  with: principal
    .optional()
    .describe('Who alone may have it, as the share says; left out: whomever the share names.'),
  items: items().optional().describe('What is consented to at most; left out: whatever the share names.'),
});

const imported = z.strictObject({
  bucketName: literal(
    /^(?!(xn--|.+-s3alias$))(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    'the name of a bucket',
  ).describe('The bucket, which is used and not owned: neither its settings nor its policy are touched.'),
  kmsKeyAlias: literal(/^(alias\/)?[a-zA-Z0-9/_-]+$/, 'the alias of a key')
    .optional()
    .describe('The alias of the key that encrypts the bucket; left out: SSE-S3.'),
  glueDatabaseName: literal(/^[a-z0-9_-]{1,255}$/, 'the name of a Glue database')
    .optional()
    .describe('An existing database; left out: one is made.'),
  adminRoleName: literal(/^[\w+=,.@-]{1,64}$/, 'the name of a role')
    .optional()
    .describe('The name of the dataset role that is made, instead of the usual one.'),
  locationRegistered: z
    .boolean()
    .default(false)
    .describe('The bucket is registered with Lake Formation already, and stays as it is.'),
});

/** A dataset: a bucket, its key, a Glue database, a crawler. */
export const dataset = z.strictObject({
  id: id(),
  team: teamName().describe('The team that owns it; it needs CREATE_DATASET. Immutable.'),
  description: text().optional().describe('What it holds.'),
  confidentiality: z
    .enum(['Unclassified', 'Official', 'Secret'])
    .default('Unclassified')
    .describe('How confidential it is: the tag `Classification`.'),
  import: imported.optional().describe('An existing bucket; left out: a bucket is made.'),
  folders: named(literal(/^[^/].*\/$/, 'a prefix that ends with a slash'))
    .default({})
    .describe('Prefixes that can be shared, by name.')
    .meta({ leaf: 'map of name to prefix' }),
  tables: z
    .record(z.string().regex(/^[a-z0-9_]{1,255}$/), table)
    .default({})
    .describe('Tables that can be shared, by name.'),
  dataFilters: z
    .record(z.string().regex(/^[a-z0-9_]{1,31}$/), dataFilter)
    .default({})
    .describe('Parts of tables that can be shared: rows or columns.'),
  accepts: z
    .record(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+\/[a-z0-9-]+\/[A-Za-z0-9_-]+$/), acceptance)
    .default({})
    .describe('Shares that the owner consents to, as `<domain>/<environment>/<module>/<share>`.'),
  crawlerSchedule: literal(/^cron\(.+\)$/, 'a schedule such as cron(15 12 * * ? *)')
    .optional()
    .describe('When the crawler runs; left out: on demand.'),
});

export type AcceptanceConfig = z.output<typeof acceptance>;

export type DatasetConfig = z.output<typeof dataset>;

/** A share: a request for data of a dataset, which grants nothing before the owner accepts it. */
export const share = z.strictObject({
  id: id(),
  dataset: literal(
    /^([a-z0-9-]+\/[a-z0-9-]+\/[a-z0-9-]+\/)?[A-Za-z0-9_-]+$/,
    'a dataset of this environment, or <domain>/<environment>/<module>/<dataset>',
  ).describe('The dataset.'),
  with: principal.describe('Who is to have the data.'),
  items: items().describe('What of the dataset.'),
  permissions: sharePermissionList()
    .default(['Read'])
    .describe('What for; Write and Modify within one account only.')
    .meta({ leaf: 'list of Read, Write, Modify' }),
  expires: day().optional().describe('The day on whose beginning the share ends.'),
});

export type ShareConfig = z.output<typeof share>;

/** A role that exists, registered for data. */
export const consumptionRole = z.strictObject({
  id: id(),
  roleArn: roleArn().describe('The role, which must exist in the account of the environment. Immutable.'),
  team: teamName().describe('The team that owns it; it needs ADD_ENVIRONMENT_CONSUMPTION_ROLES.'),
  management: z
    .enum(['full', 'partial', 'external'])
    .describe(
      '`full`: share policies are attached; `partial`: made, to be attached by you; `external`: made, never checked.',
    ),
});

export type ConsumptionRoleConfig = z.output<typeof consumptionRole>;
