import { arnOf, type Location } from '../../../core/aws/location';
import type { PolicyStatement } from '../../../aws/iam/statement';
import { inParts } from '../../../aws/iam/pack';
import type { DatasetFacts } from '../datasets/facts';
import type { EnvironmentFacts } from '../facts';
import { alike, until } from './conditions';
import type { AcceptedShare } from './resolve';
import { linkName, sharedDatabase } from './tables';

const catalogActions = [
  'GetDatabase',
  'GetTable',
  'GetTables',
  'GetPartition',
  'GetPartitions',
  'BatchGetPartition',
];

/** The way through the catalog to shared tables, on which Lake Formation decides. */
export function catalogStatements(
  requester: EnvironmentFacts,
  shares: readonly AcceptedShare[],
): readonly PolicyStatement[] {
  const shared = shares.filter(({ items }) => items.tables.length + items.dataFilters.length > 0);
  return alike(shared, ({ ends }) => [ends]).flatMap((group) => {
    const [{ ends }] = group;
    const arns = group.flatMap((share) => catalogArns(requester.location, share));
    return [
      ...inParts(arns, (resources) => ({
        from: ['shares'],
        sid: 'Tables',
        actions: catalogActions.map((action) => `glue:${action}`),
        resources,
        conditions: until(ends),
      })),
      {
        from: ['shares'],
        sid: 'Table files',
        // It knows no resource: Lake Formation goes by its own grants.
        actions: ['lakeformation:GetDataAccess'],
        resources: ['*'],
        conditions: until(ends),
      },
    ];
  });
}

function catalogArns(own: Location, { dataset, items }: AcceptedShare): readonly string[] {
  const there = dataset.environment.location;
  const links = [
    ...items.tables.map(({ name }) => ({ table: name, link: linkName(name) })),
    ...items.dataFilters.map(({ name, table }) => ({ table, link: linkName(table, name) })),
  ];
  return [
    ...objectsOf(
      own,
      sharedDatabase(dataset),
      links.map(({ link }) => link),
    ),
    ...objectsOf(
      there,
      dataset.database,
      links.map(({ table }) => table),
    ),
  ];
}

function objectsOf(place: Location, database: DatasetFacts['database'], tables: readonly string[]) {
  return [
    arnOf(place, 'glue', 'catalog'),
    arnOf(place, 'glue', `database/${database}`),
    ...tables.map((table) => arnOf(place, 'glue', `table/${database}/${table}`)),
  ];
}
