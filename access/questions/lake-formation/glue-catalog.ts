/** The parts of an ARN in the Glue catalog. */
export interface CatalogArn {
  readonly base: string;
  readonly account: string;
  readonly region: string;
  readonly database: string | undefined;
  readonly table: string | undefined;
}

/** Reads `…:catalog`, `…:database/<db>` and `…:table/<db>/<table>`. */
export function readCatalogArn(arn: string): CatalogArn | undefined {
  const match = /^(arn:[^:]+:glue:([^:]*):(\d*)):(catalog|database\/([^/]+)|table\/([^/]+)\/(.+))$/.exec(arn);
  if (!match) return undefined;
  const [, base = '', region = '', account = '', , database, ofTable, table] = match;
  return { base, account, region, database: database ?? ofTable, table };
}

/**
 * All that IAM checks for an action on a part of the catalog: the part, and everything above it.
 * https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html
 */
export function withAncestors({ base, database, table }: CatalogArn): readonly string[] {
  return [
    `${base}:catalog`,
    ...(database === undefined ? [] : [`${base}:database/${database}`]),
    ...(table === undefined ? [] : [`${base}:table/${database ?? ''}/${table}`]),
  ];
}

/** What an action of Glue needs from Lake Formation: one of some permissions, on the database or on the table. */
export interface Needed {
  readonly permissions: readonly string[];
  readonly on: 'catalog' | 'database' | 'table';
  readonly use: 'read' | 'write';
}

const table = (...permissions: readonly string[]) => ({ permissions, on: 'table' as const });
const database = (...permissions: readonly string[]) => ({ permissions, on: 'database' as const });

const needs: readonly (readonly [RegExp, Needed])[] = [
  // Whoever may select from a table may see what it is made of.
  [/^(batch)?get(table|partition|column)/, { ...table('DESCRIBE', 'SELECT'), use: 'read' }],
  [/^getdatabases?$/, { ...database('DESCRIBE'), use: 'read' }],
  [/^createdatabase$/, { permissions: ['CREATE_DATABASE'], on: 'catalog', use: 'write' }],
  [/^updatedatabase$/, { ...database('ALTER'), use: 'write' }],
  [/^deletedatabase$/, { ...database('DROP'), use: 'write' }],
  [/^createtable$/, { ...database('CREATE_TABLE'), use: 'write' }],
  [/^(batch)?deletetable$/, { ...table('DROP'), use: 'write' }],
  [/^(batch)?deletetableversion$/, { ...table('ALTER', 'DROP'), use: 'write' }],
  [/^(update|batch|create|delete).*(table|partition|column)/, { ...table('ALTER'), use: 'write' }],
];

/**
 * What Lake Formation is asked when an action of Glue touches databases and tables:
 * https://docs.aws.amazon.com/lake-formation/latest/dg/lf-permissions-reference.html
 */
export function neededFor(action: string): Needed | undefined {
  const [service, name = ''] = action.toLowerCase().split(':');
  return service === 'glue' ? needs.find(([pattern]) => pattern.test(name))?.[1] : undefined;
}
