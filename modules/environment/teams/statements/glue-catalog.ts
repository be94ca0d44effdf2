import type { PolicyStatement } from '../../../../aws/iam/statement';
import type { TeamFacts } from './facts';
import { making, of, owned, prefixed, prefixedEitherWay, within } from './scope';

// Everything with one of these: none of it is about tags.
const onTables = ['*Partition', '*Table', '*TableVersion', '*UserDefinedFunction'];
const onConnections = ['BatchDeleteConnection', 'DeleteConnection', 'UpdateConnection'];
const readConnections = ['GetConnection', 'GetConnections'];

/**
 * The Glue catalog. Everybody may look things up, Lake Formation decides who sees what; connections, which hold
 * passwords, are for their team. Glue asks for the catalog, the database and the table of a request each by itself, so
 * the tag of the database rules its tables, which have none.
 * https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html
 */
export function glueCatalog(facts: TeamFacts): readonly PolicyStatement[] {
  const databases = prefixedEitherWay(facts, 'glue', 'database/');
  const root = within(facts, 'glue', 'catalog');
  const actions = (...names: readonly string[]) => of('glue', ...names);
  return [
    {
      sid: 'CatalogRead',
      actions: [
        ...of(
          'lakeformation',
          ...['GetDataAccess', 'GetLFTag', 'GetResourceLFTags', 'ListLFTags', 'SearchDatabasesByLFTags'],
          ...['SearchTablesByLFTags'],
        ),
        ...actions(
          ...['BatchGetPartition', 'GetDatabase*', 'GetPartition*', 'GetTable*', 'GetUserDefinedFunction*'],
          ...['SearchTables'],
        ),
      ],
      resources: ['*'],
    },
    {
      sid: 'CatalogRoot',
      actions: actions(...['*Database', ...onTables, ...onConnections, ...readConnections]),
      resources: root,
    },
    {
      sid: 'CatalogDatabaseMake',
      actions: actions('CreateDatabase', 'TagResource'),
      resources: databases,
      conditions: making(facts),
    },
    {
      sid: 'CatalogDatabaseOwn',
      actions: actions('*Database', ...onTables),
      resources: databases,
      conditions: owned(facts),
    },
    {
      sid: 'CatalogTables',
      actions: actions('DeleteDatabase', ...onTables),
      resources: prefixedEitherWay(facts, 'glue', 'table/', 'userDefinedFunction/'),
    },
    {
      sid: 'CatalogConnectionMake',
      actions: actions('CreateConnection', 'TagResource'),
      // Whether a new connection is asked for by its name too, AWS says both: so both are here.
      resources: [...root, ...prefixed(facts, 'glue', 'connection/')],
      conditions: making(facts),
    },
    {
      sid: 'CatalogConnectionOwn',
      actions: actions(...onConnections, ...readConnections, 'PassConnection'),
      resources: prefixed(facts, 'glue', 'connection/'),
      conditions: owned(facts),
    },
  ];
}
