import { kmsUse, objectActions } from '../../../core/aws/actions';
import { arnOf, type Location } from '../../../core/aws/location';
import type { PolicyStatement } from '../../../aws/iam/statement';
import { trustInService } from '../../../core/aws/trust';
import type { DatasetFacts } from './facts';

const glue = (...actions: readonly string[]) => actions.map((action) => `glue:${action}`);

/** What a crawler does to a catalog; also what a team does to a database that has no tag of it. */
export const tableActions = glue(
  ...['GetDatabase', 'GetTable', 'GetTables', 'GetTableVersion', 'GetTableVersions'],
  ...['GetPartition', 'GetPartitions', 'BatchGetPartition'],
  ...['CreateTable', 'UpdateTable', 'DeleteTable', 'BatchDeleteTable'],
  ...['DeleteTableVersion', 'BatchDeleteTableVersion'],
  ...['CreatePartition', 'BatchCreatePartition', 'UpdatePartition', 'BatchUpdatePartition'],
  ...['DeletePartition', 'BatchDeletePartition'],
);

/** The catalog, databases and their tables: Glue asks for each of them. */
export function catalogArns(location: Location, databases: readonly string[]): readonly string[] {
  return [catalogArn(location), ...databaseArns(location, databases)];
}

/** The Glue catalog of the account and region, which every request about a database names too. */
export function catalogArn(location: Location): string {
  return arnOf(location, 'glue', 'catalog');
}

/** Databases and their tables. */
export function databaseArns(location: Location, databases: readonly string[]): readonly string[] {
  return databases
    .flatMap((name) => [`database/${name}`, `table/${name}/*`])
    .map((resource) => arnOf(location, 'glue', resource));
}

/** To list buckets that no policy of their own opens. */
export const listActions = ['s3:ListBucket', 's3:ListBucketMultipartUploads', 's3:GetBucketLocation'];

/** To read and write their objects. Not their ACLs, which could open them to other accounts. */
export const readWriteActions = objectActions.readwrite;

/** Requests for keys that one of the aliases leads to: an alias is known before its key is. */
export function throughAlias(location: Location, aliases: readonly string[]): PolicyStatement {
  return {
    sid: 'ImportedKeys',
    actions: [...kmsUse, 'kms:DescribeKey'],
    resources: [arnOf(location, 'kms', 'key/*')],
    conditions: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': aliases } },
  };
}

/** Who takes the role of a dataset: the crawler, Lake Formation for those it lets in, and the pivot role. */
export function datasetTrust({ environment }: DatasetFacts, pivotArn: string | undefined) {
  const { account } = environment.location;
  const pivot: readonly PolicyStatement[] =
    pivotArn === undefined ? [] : [{ actions: ['sts:AssumeRole'], principals: { AWS: [pivotArn] } }];
  return [
    // Glue does not say for which account it acts; a role can be passed to it in its own account only.
    trustInService('glue.amazonaws.com'),
    trustInService('lakeformation.amazonaws.com', { account }),
    ...pivot,
  ];
}

/**
 * What the role of a dataset may do. Its bucket and key let it in themselves where they are made here. It reads files
 * with its own rights and so needs no `lakeformation:GetDataAccess`: it is the one whom Lake Formation gives out.
 */
export function datasetRoleStatements(dataset: DatasetFacts): readonly PolicyStatement[] {
  const { environment, database, crawler } = dataset;
  const { location } = environment;
  const logGroup = arnOf(location, 'logs', 'log-group:/aws-glue/crawlers*');
  return [
    { sid: 'Catalog', actions: tableActions, resources: catalogArns(location, [database]) },
    // Security configurations know no resource.
    { sid: 'SecurityConfiguration', actions: glue('GetSecurityConfiguration'), resources: ['*'] },
    {
      // All crawlers of an account share their log groups.
      sid: 'LogGroups',
      actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:AssociateKmsKey'],
      resources: [logGroup],
    },
    {
      sid: 'Logs',
      actions: ['logs:PutLogEvents'],
      resources: [`${logGroup}:log-stream:${crawler}`],
    },
    ...(dataset.imported ? importedStatements(dataset) : []),
  ];
}

function importedStatements({ bucketArn, keyAlias, environment }: DatasetFacts): readonly PolicyStatement[] {
  return [
    { sid: 'List', actions: listActions, resources: [bucketArn] },
    { sid: 'ReadWrite', actions: readWriteActions, resources: [`${bucketArn}/*`] },
    ...(keyAlias === undefined ? [] : [throughAlias(environment.location, [keyAlias])]),
  ];
}
