import { arnOf, bucketArn } from '../../../../core/aws/location';
import type { PolicyStatement } from '../../../../aws/iam/statement';
import { inParts } from '../../../../aws/iam/pack';
import { bucketActions, keyActions, withAlias } from './core';
import { of, prefixed, prefixedRoles, type PivotFacts } from './facts';

const catalogReads = of(
  'glue',
  ...['GetDatabase', 'GetDatabases', 'GetTable', 'GetTables', 'GetPartition', 'GetPartitions'],
  ...['BatchGetPartition', 'SearchTables', 'GetCatalogImportStatus'],
);

/**
 * Tables and partitions. Databases, and the policy of the whole catalog, are made by Terraform: their deletion or
 * opening to other accounts is nobody's at run time.
 */
const catalogWrites = of(
  'glue',
  ...['CreateTable', 'UpdateTable', 'DeleteTable', 'BatchDeleteTable'],
  ...[
    'CreatePartition',
    'UpdatePartition',
    'DeletePartition',
    'BatchCreatePartition',
    'BatchDeletePartition',
  ],
);

/**
 * Lake Formation itself decides about each of these by its own grants. The settings, with the administrators, are
 * Terraform's alone.
 */
const lakeFormationActions = of(
  'lakeformation',
  ...['DescribeResource', 'UpdateResource', 'ListResources', 'GetDataLakeSettings'],
  ...['AddLFTagsToResource', 'RemoveLFTagsFromResource', 'GetResourceLFTags'],
  ...['CreateLFTag', 'GetLFTag', 'ListLFTags', 'UpdateLFTag', 'DeleteLFTag'],
  ...['SearchTablesByLFTags', 'SearchDatabasesByLFTags'],
  ...['ListPermissions', 'GrantPermissions', 'BatchGrantPermissions'],
  ...['RevokePermissions', 'BatchRevokePermissions'],
  ...['GetDataAccess', 'StartQueryPlanning', 'GetQueryState', 'GetQueryStatistics'],
  ...['GetWorkUnits', 'GetWorkUnitResults'],
  ...['GetTableObjects', 'UpdateTableObjects', 'DeleteObjectsOnCancel'],
);

/** The catalog, Lake Formation and Glue's jobs of the environment's datasets; buckets and keys of imported ones. */
export function datasets(facts: PivotFacts): readonly PolicyStatement[] {
  const { location } = facts;
  return [
    ...catalog(facts),
    {
      // Lake Formation's actions know no resource.
      sid: 'LakeFormation',
      actions: lakeFormationActions,
      resources: ['*'],
      conditions: { StringEquals: { 'aws:RequestedRegion': location.region } },
    },
    {
      sid: 'GlueETL',
      actions: of(
        'glue',
        ...['GetCrawler', 'StartCrawler', 'UpdateCrawler', 'GetJobRun', 'StartJobRun', 'UpdateJob'],
        ...['StartTrigger', 'UpdateTrigger'],
      ),
      resources: ['crawler', 'job', 'trigger'].flatMap((kind) => prefixed(facts, 'glue', `${kind}/`)),
    },
    {
      sid: 'PassRoleGlue',
      actions: ['iam:PassRole'],
      resources: prefixedRoles(facts),
      conditions: { StringEquals: { 'iam:PassedToService': 'glue.amazonaws.com' } },
    },
    ...imported(facts),
  ];
}

/** Names of databases have underscores where other names have dashes. */
function catalog({ location, prefixes }: PivotFacts): readonly PolicyStatement[] {
  const arns = (...databases: readonly string[]): readonly string[] =>
    ['catalog', ...databases.flatMap((database) => [`database/${database}`, `table/${database}/*`])].map(
      (resource) => arnOf(location, 'glue', resource),
    );
  return [
    // Imported databases have names of their own. Lake Formation says which of all it describes to the role.
    { sid: 'GlueCatalogRead', actions: catalogReads, resources: arns('*') },
    {
      sid: 'GlueCatalog',
      actions: catalogWrites,
      resources: arns(...prefixes.map((prefix) => `${prefix.replaceAll('-', '_')}_*`)),
    },
  ];
}

/** Objects in imported buckets are for the roles of their teams and datasets. */
function imported({ location, buckets, keyAliases }: PivotFacts): readonly PolicyStatement[] {
  return [
    ...inParts(
      buckets.map((bucket) => bucketArn(location, bucket)),
      (resources) => ({ sid: 'ImportedDatasetBuckets', actions: bucketActions, resources }),
    ),
    ...inParts(keyAliases, (aliases) => ({
      sid: 'KMSImportedDataset',
      actions: keyActions,
      resources: [arnOf(location, 'kms', 'key/*')],
      conditions: withAlias(aliases),
    })),
  ];
}
