import {
  GetDataLakeSettingsCommand,
  paginateListPermissions,
  paginateListResources,
  GetResourceLFTagsCommand,
  paginateListLFTags,
  type DataLakeSettings,
  type PrincipalPermissions,
  type LFTagPair,
} from '@aws-sdk/client-lakeformation';
import { nameOf } from '../../aws/arn';
import type {
  Database,
  DefaultPermissions,
  LakeFormation,
  LakeFormationGrant,
  RegisteredLocation,
  Table,
  LakeFormationTag,
} from '../model/model';
import { allOf, answered } from './ask';
import { liveGrants } from './lake-formation-grants';
import { liveOrigin, type Session } from './session';

/** All of Lake Formation in a region, whoever set it. @param data the databases and tables that stand there */
export async function readLakeFormation(
  session: Session,
  expected: LakeFormation,
  data: readonly (Database | Table)[],
): Promise<LakeFormation> {
  const region = session.region(expected.region);
  const [settings, grants, locations, tags] = await Promise.all([
    settingsOf(session, region),
    grantsOf(session, region, expected),
    locationsOf(session, region, expected),
    readLakeFormationTags(session, region, data),
  ]);
  const administrators = identifiers(settings?.DataLakeAdmins);
  noteWhatIsHidden(session, region, administrators);
  return {
    account: session.login.account,
    region,
    administrators,
    databaseDefaults: defaultsOf(settings?.CreateDatabaseDefaultPermissions),
    tableDefaults: defaultsOf(settings?.CreateTableDefaultPermissions),
    grants,
    locations,
    tags,
    origin: expected.origin,
  };
}

async function settingsOf(session: Session, region: string): Promise<DataLakeSettings | undefined> {
  const consequence = 'administrators and defaults are not known and not counted';
  const found = await session.asker.ask(`GetDataLakeSettings in ${region}`, consequence, () =>
    session.clients(region).lakeFormation.send(new GetDataLakeSettingsCommand({})),
  );
  return answered(found) ? found.DataLakeSettings : undefined;
}

async function grantsOf(
  session: Session,
  region: string,
  expected: LakeFormation,
): Promise<readonly LakeFormationGrant[]> {
  const client = session.clients(region).lakeFormation;
  const consequence = 'grants are not known and not counted';
  const found = await session.asker.ask(`ListPermissions in ${region}`, consequence, () =>
    allOf(paginateListPermissions({ client }, {}), (page) => page.PrincipalResourcePermissions),
  );
  return answered(found) ? liveGrants(session, found, expected.grants) : [];
}

async function locationsOf(
  session: Session,
  region: string,
  expected: LakeFormation,
): Promise<readonly RegisteredLocation[]> {
  const client = session.clients(region).lakeFormation;
  const consequence = 'registered locations are not known and not counted';
  const found = await session.asker.ask(`lakeformation:ListResources in ${region}`, consequence, () =>
    allOf(paginateListResources({ client }, {}), (page) => page.ResourceInfoList),
  );
  if (!answered(found)) return [];
  return found.map(({ ResourceArn: arn = '', RoleArn, HybridAccessEnabled }) => {
    const counterpart = expected.locations.find((one) => session.text(one.arn) === arn);
    const origin = liveOrigin(arn, counterpart?.origin);
    return { arn, roleArn: RoleArn, hybrid: HybridAccessEnabled ?? false, origin };
  });
}

/** Lists are cut to what the caller may see: https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_ListPermissions.html */
function noteWhatIsHidden(
  { asker, login }: Session,
  region: string,
  administrators: readonly string[],
): void {
  if (administrators.some((arn) => nameOf(arn) === nameOf(login.arn))) return;
  asker.note(
    `${login.arn} is no data lake administrator in ${region}: grants, databases and tables that it may not see are not counted`,
  );
}

function defaultsOf(list: readonly PrincipalPermissions[] | undefined): readonly DefaultPermissions[] {
  return (list ?? []).map(({ Principal, Permissions }) => ({
    principal: Principal?.DataLakePrincipalIdentifier ?? '',
    permissions: Permissions ?? [],
  }));
}

function identifiers(list: DataLakeSettings['DataLakeAdmins']): readonly string[] {
  return (list ?? []).map(({ DataLakePrincipalIdentifier = '' }) => DataLakePrincipalIdentifier);
}

/** The LF-tags on databases and tables of a region; those that a table has from its database stand with the database. */
async function readLakeFormationTags(
  session: Session,
  region: string,
  data: readonly (Database | Table)[],
): Promise<readonly LakeFormationTag[]> {
  const client = session.clients(region).lakeFormation;
  const known = await session.asker.ask(`ListLFTags in ${region}`, 'LF-tags are not counted', () =>
    allOf(paginateListLFTags({ client }, {}), (page) => page.LFTags),
  );
  if (!answered(known) || known.length === 0) return [];
  const tags = await Promise.all(data.map((one) => tagsOf(session, region, one)));
  return tags.flat();
}

async function tagsOf(
  session: Session,
  region: string,
  one: Database | Table,
): Promise<readonly LakeFormationTag[]> {
  const Resource =
    one.kind === 'database'
      ? { Database: { Name: one.name } }
      : { Table: { DatabaseName: one.database, Name: one.name } };
  const found = await session.asker.ask(`GetResourceLFTags ${one.label}`, 'its LF-tags are not counted', () =>
    session
      .clients(region)
      .lakeFormation.send(new GetResourceLFTagsCommand({ Resource, ShowAssignedLFTags: true })),
  );
  if (!answered(found)) return [];
  return one.kind === 'database'
    ? pairs(found.LFTagOnDatabase).map((pair) => ({ database: one.name, table: undefined, ...pair }))
    : pairs(found.LFTagsOnTable).map((pair) => ({ database: one.database, table: one.name, ...pair }));
}

function pairs(list: readonly LFTagPair[] | undefined): readonly { key: string; value: string }[] {
  return (list ?? []).flatMap(({ TagKey: key = '', TagValues = [] }) =>
    TagValues.map((value) => ({ key, value })),
  );
}
