import { bucketKeyLock, keyLock, type Use } from './encryption';
import {
  readCatalogArn,
  withAncestors,
  neededFor,
  type CatalogArn,
  type Needed,
} from './lake-formation/glue-catalog';
import { grantLock } from './lake-formation/grant-lock';
import { covers, type CatalogObject } from './lake-formation/grants';
import { combined, type Lock } from './lock';
import type { ModelIndex } from './model-index';
import { permissionLock } from './permission';
import type { SaidKeys } from './request-keys';
import { whoIs, type Who } from './who';

/** The locks on an action of Glue: IAM on the object and all above it, Lake Formation, the catalog's key. */
export function* glueLocks(
  index: ModelIndex,
  who: Who,
  action: string,
  arn: string,
  said: SaidKeys,
): Iterable<Lock> {
  const catalog = readCatalogArn(arn);
  const needed = neededFor(action);
  if (!catalog || !needed) {
    yield permissionLock(index, who, action, arn, said);
    return;
  }
  for (const part of withAncestors(catalog)) yield permissionLock(index, who, action, part, said);
  yield grantLock(index, who, needed.permissions, objectOf(catalog, needed), catalog);
  yield* catalogKeyLock(index, who, catalog, needed.use, said);
}

/** A permission of Lake Formation itself, such as `lakeformation:SELECT`. */
export function grantOnly(index: ModelIndex, who: Who, permission: string, arn: string): readonly Lock[] {
  const catalog = readCatalogArn(arn);
  if (!catalog) {
    const site = { account: index.accountOf(arn, ''), region: index.regionOf(arn) ?? '' };
    return [grantLock(index, who, [permission], { kind: 'location', arn }, site)];
  }
  const on =
    catalog.table === undefined ? (catalog.database === undefined ? 'catalog' : 'database') : 'table';
  return [grantLock(index, who, [permission], objectOf(catalog, { on }), catalog)];
}

/**
 * The locks on the rows of a table: its description, the grant, and the files. Of a registered location Lake
 * Formation hands out the files with its own role; of others the caller reads them itself.
 */
export function* rowLocks(
  index: ModelIndex,
  who: Who,
  use: Use,
  arn: string,
  said: SaidKeys,
): Iterable<Lock> {
  const catalog = readCatalogArn(arn);
  if (!catalog?.table || !catalog.database) {
    yield notTable(arn);
    return;
  }
  const { database, table } = catalog;
  const grant = use === 'read' ? ['SELECT'] : ['INSERT'];
  // Who adds rows changes nothing in the catalog.
  yield* glueLocks(index, who, 'glue:GetTable', arn, said);
  yield grantLock(index, who, grant, { kind: 'table', database, table }, catalog);
  yield* fileLocks(index, who, use, catalog, said);
}

/** Only tables have rows: without a lock everything would be open. */
function notTable(arn: string): Lock {
  const text = `${arn} is no table`;
  return {
    name: 'data',
    question: `rows of ${arn}`,
    outcome: 'denied',
    reasons: () => [{ text, origin: undefined }],
  };
}

/** Of tables that others make, whose database says no location, the files may be anywhere. */
function nowhere(table: string): Lock {
  return {
    name: 'data',
    question: `the files of ${table}`,
    outcome: 'unknown',
    reasons: () => [{ text: 'where the files are is not known', origin: undefined }],
  };
}

function fileLocks(
  index: ModelIndex,
  who: Who,
  use: Use,
  place: CatalogArn,
  said: SaidKeys,
): readonly Lock[] {
  const { database = '', table = '' } = place;
  const location = index.table(database, table, place)?.location ?? index.database(database, place)?.location;
  if (location === undefined) return [nowhere(`${database}.${table}`)];
  const bucket = index.bucketAt(location);
  const folder = location.replace(/^s3a?:\/\//, `arn:${index.model.partition}:s3:::`).replace(/\/$/, '');
  const registered = index
    .lakeFormation(place)
    ?.locations.find(({ arn, hybrid }) => !hybrid && covers(arn, folder));
  const file = `${folder}/file`;
  const files = (reader: Who): readonly Lock[] => [
    permissionLock(index, reader, use === 'read' ? 's3:GetObject' : 's3:PutObject', file, said, 'data'),
    ...(bucket ? bucketKeyLock(index, reader, bucket, file, use, said) : []),
  ];
  if (!registered) return files(who);
  const role = registered.roleArn === undefined ? undefined : index.principal(registered.roleArn);
  const asRole = role ? files(whoIs(role)) : [];
  return [
    permissionLock(index, who, 'lakeformation:GetDataAccess', '*', said),
    {
      name: 'data',
      question: `the role that Lake Formation ${use === 'read' ? 'reads' : 'writes'} ${location} with`,
      outcome: role ? combined(asRole) : 'unknown',
      reasons: () =>
        role
          ? asRole.flatMap((lock) => lock.reasons())
          : [{ text: 'the role of the location is not part of the platform', origin: registered.origin }],
    },
  ];
}

function objectOf({ database = '', table = '*' }: CatalogArn, { on }: Pick<Needed, 'on'>): CatalogObject {
  if (on === 'catalog') return { kind: 'catalog' };
  return on === 'database' ? { kind: 'database', database } : { kind: 'table', database, table };
}

function catalogKeyLock(
  index: ModelIndex,
  who: Who,
  place: CatalogArn,
  use: Use,
  said: SaidKeys,
): readonly Lock[] {
  const keyArn = index.catalog(place)?.keyArn;
  return keyArn === undefined
    ? []
    : [keyLock(index, who, keyArn, use, `glue.${place.region}.amazonaws.com`, withoutGlue(said))];
}

function withoutGlue(said: SaidKeys): SaidKeys {
  return Object.fromEntries(Object.entries(said).filter(([key]) => !key.toLowerCase().startsWith('glue:')));
}
