import { GetResourceLFTagsCommand, paginateListLFTags, type LFTagPair } from '@aws-sdk/client-lakeformation';
import type { Database, LakeFormationTag, Table } from '../model/model';
import { allOf, answered } from './ask';
import type { Session } from './session';

/** The LF-tags on databases and tables of a region; those that a table has from its database stand with the database. */
export async function readLakeFormationTags(
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
