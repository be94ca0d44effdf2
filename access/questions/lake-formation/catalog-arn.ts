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
