import { arnOf, type Location } from '../../../core/aws/location';
import type { PolicyStatement } from '../../../core/aws/policy';
import { packStatements, partSuffix } from '../../../core/aws/policy-size';
import { inParts } from '../../../core/aws/statement-parts';
import type { DatasetFacts } from '../datasets/facts';
import type { EnvironmentFacts } from '../facts';
import type { NameParts } from '../names';
import { accessPointArn } from './access-points';
import { alike, below, until, viaS3 } from './conditions';
import { bucketActions, keyActions, objectActions } from './permissions';
import { isAccepted, sharesOf, withinAccount, type AcceptedShare, type SharePrincipal } from './resolve';
import { linkName, sharedDatabase } from './tables';

/** What one principal of an environment gets by all its accepted shares. */
export interface SharePolicy {
  readonly principal: SharePrincipal;
  readonly shares: readonly [AcceptedShare, ...AcceptedShare[]];
  readonly name: string;
  readonly parts: NameParts;
  readonly statements: readonly PolicyStatement[];
}

/** The share policies of an environment: one, of as many documents as it takes, for each principal with an accepted share. */
export function sharePoliciesOf(
  requester: EnvironmentFacts,
  all: readonly EnvironmentFacts[],
): readonly SharePolicy[] {
  const accepted = sharesOf(requester, all).filter(isAccepted);
  return alike(accepted, ({ principal }) => principal.key).map((shares) => {
    const [{ principal }] = shares;
    const parts = ['share-policy', ...principal.id];
    const name = requester.names.name('policy', parts);
    return { principal, shares, name, parts, statements: statementsOf(requester, shares) };
  });
}

/** Names of the managed policies that a share policy becomes. */
export function policyNames({ name, statements }: SharePolicy): readonly string[] {
  return packStatements(statements).map((_, index) => `${name}${partSuffix(index)}`);
}

function statementsOf(
  requester: EnvironmentFacts,
  shares: readonly AcceptedShare[],
): readonly PolicyStatement[] {
  return [
    ...buckets(shares),
    ...shares.flatMap((share) => folders(share)),
    ...ownKeys(requester, shares),
    ...keysElsewhere(shares),
    ...tables(requester, shares),
  ];
}

const ending = ({ permissions, ends }: AcceptedShare) => [permissions.join('/'), ends];

function buckets(shares: readonly AcceptedShare[]): readonly PolicyStatement[] {
  return alike(
    shares.filter(({ items }) => items.bucket),
    ending,
  ).flatMap((group) => {
    const [{ permissions, ends }] = group;
    const arns = group.flatMap(({ dataset: { bucketArn } }) => [bucketArn, `${bucketArn}/*`]);
    return inParts(arns, (resources) => ({
      from: ['shares'],
      sid: ['Buckets', ...permissions].join(' '),
      actions: bucketActions(permissions),
      resources,
      conditions: until(ends),
    }));
  });
}

/** Below the prefixes: through the access point, or in an imported bucket, whose policy is not ours, at once. */
function folders(share: AcceptedShare): readonly PolicyStatement[] {
  const { dataset, items, permissions, ends, from } = share;
  if (items.folders.length === 0) return [];
  const prefixes = items.folders.map(({ prefix }) => below(prefix));
  const root = dataset.imported ? dataset.bucketArn : accessPointArn(share);
  const objects = dataset.imported ? root : `${root}/object`;
  return [
    ...(permissions.includes('Read')
      ? [
          {
            from,
            sid: 'List folders',
            actions: ['s3:ListBucket'],
            resources: [root],
            conditions: { StringLike: { 's3:prefix': prefixes }, ...until(ends) },
          },
        ]
      : []),
    {
      from,
      sid: ['Folders', ...permissions].join(' '),
      actions: objectActions(permissions),
      resources: prefixes.map((prefix) => `${objects}/${prefix}`),
      conditions: until(ends),
    },
  ];
}

const hasFiles = ({ items }: AcceptedShare) => items.bucket || items.folders.length > 0;

/** Keys of the own account, by their aliases: ids are known to Terraform only. */
function ownKeys(
  { location }: EnvironmentFacts,
  shares: readonly AcceptedShare[],
): readonly PolicyStatement[] {
  const own = shares.filter((share) => withinAccount(share) && hasFiles(share));
  return alike(own, ({ permissions, ends }) => [keyActions(permissions).join('/'), ends]).flatMap((group) => {
    const [{ permissions, ends }] = group;
    const aliases = group.flatMap(({ dataset: { keyAlias } }) => (keyAlias === undefined ? [] : [keyAlias]));
    return inParts(aliases, (names) => ({
      from: ['shares'],
      sid: 'Keys',
      actions: keyActions(permissions),
      resources: [arnOf(location, 'kms', 'key/*')],
      conditions: {
        'ForAnyValue:StringEquals': { 'kms:ResourceAliases': names },
        ...viaS3(location.region),
        ...until(ends),
      },
    }));
  });
}

/** Keys of other accounts: which of them, their policies say, and through S3 alone. */
function keysElsewhere(shares: readonly AcceptedShare[]): readonly PolicyStatement[] {
  const elsewhere = shares.filter((share) => !withinAccount(share) && hasFiles(share));
  return alike(elsewhere, ({ permissions, ends }) => [keyActions(permissions).join('/'), ends]).map(
    (group) => {
      const [{ permissions, ends }] = group;
      const places = group.map(({ dataset: { environment } }) => environment.location);
      return {
        from: ['shares'],
        sid: 'Keys of others',
        actions: keyActions(permissions),
        resources: [...new Set(places.map((place) => arnOf(place, 'kms', 'key/*')))].sort(),
        conditions: { ...viaS3(places[0]?.region ?? ''), ...until(ends) },
      };
    },
  );
}

const catalogActions = [
  'GetDatabase',
  'GetTable',
  'GetTables',
  'GetPartition',
  'GetPartitions',
  'BatchGetPartition',
];

/** The way through the catalog to shared tables, on which Lake Formation decides. */
function tables(requester: EnvironmentFacts, shares: readonly AcceptedShare[]): readonly PolicyStatement[] {
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
