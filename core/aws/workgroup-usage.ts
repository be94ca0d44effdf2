import { arnOf, type Location } from './location';
import type { PolicyStatement } from '../../aws/iam/statement';

const onWorkgroup = [
  'BatchGetNamedQuery',
  'BatchGetQueryExecution',
  'GetNamedQuery',
  'GetPreparedStatement',
  'GetQueryExecution',
  'GetQueryResults',
  'GetQueryResultsStream',
  'GetWorkGroup',
  'ListNamedQueries',
  'ListPreparedStatements',
  'ListQueryExecutions',
  'ListTagsForResource',
  'StartQueryExecution',
  'StopQueryExecution',
];

const onDataCatalog = [
  'GetDataCatalog',
  'GetDatabase',
  'GetTableMetadata',
  'ListDatabases',
  'ListTableMetadata',
];

// These know no resource: granted on an ARN, they grant nothing.
const onEverything = ['ListDataCatalogs', 'ListEngineVersions', 'ListWorkGroups'];

/** To query in a workgroup, or in several: each action on the kind of resource that it is checked against. */
export function workgroupUsage(
  location: Location,
  workgroups: string | readonly string[],
): readonly PolicyStatement[] {
  const athena = (action: string): string => `athena:${action}`;
  return [
    {
      sid: 'Workgroup',
      actions: onWorkgroup.map(athena),
      resources: [workgroups].flat().map((workgroup) => arnOf(location, 'athena', `workgroup/${workgroup}`)),
    },
    {
      sid: 'DataCatalogs',
      actions: onDataCatalog.map(athena),
      resources: [arnOf(location, 'athena', 'datacatalog/*')],
    },
    { sid: 'Lists', actions: onEverything.map(athena), resources: ['*'] },
  ];
}
