import { GetDatabaseCommand, paginateGetTables } from '@aws-sdk/client-glue';
import type { Database, Table } from '../model/model';
import { answered, allOf } from './ask';
import { liveOrigin, type Session } from './session';
import { glueTags } from './tags';

/** A database of the model as it stands, and its tables, whoever made them; nothing where there is none. */
export async function readDatabase(
  session: Session,
  expected: Database,
  tables: readonly Table[],
): Promise<readonly (Database | Table)[]> {
  const { asker, login } = session;
  const { kind, label, name } = expected;
  const region = session.region(expected.region);
  const found = await asker.ask(`GetDatabase ${name}`, 'taken from the stacks, without tables', () =>
    session.clients(region).glue.send(new GetDatabaseCommand({ Name: name })),
  );
  if (found === 'missing') {
    asker.noteMissing(`the database ${name}`, label);
    return [];
  }
  const arn = session.arn('glue', region, `database/${name}`);
  const tags = await glueTags(session, region, arn, expected.tags);
  const location = answered(found) ? found.Database?.LocationUri : expected.location;
  const origin = liveOrigin(arn, expected.origin);
  const database = { kind, label, name, arn, account: login.account, region, tags, location, origin };
  return [database, ...(answered(found) ? await readTables(session, database, tables) : [])];
}

/** The tables of a database, whoever made them. Glue leaves out those that the reader has no Lake Formation permission on. */
async function readTables(
  session: Session,
  database: Database,
  expected: readonly Table[],
): Promise<readonly Table[]> {
  const { asker, login } = session;
  const { name: DatabaseName, region } = database;
  const found = await asker.ask(`GetTables ${DatabaseName}`, 'its tables are not counted', () =>
    allOf(
      paginateGetTables({ client: session.clients(region).glue }, { DatabaseName }),
      (page) => page.TableList,
    ),
  );
  if (!answered(found)) return [];
  const own = expected.filter((one) => one.database === DatabaseName);
  for (const { name, label } of own) {
    if (!found.some(({ Name }) => Name === name))
      asker.noteMissing(`the table ${DatabaseName}.${name}`, label);
  }
  return found.map(({ Name: name = '', StorageDescriptor }) => {
    const counterpart = own.find((one) => one.name === name);
    const arn = session.arn('glue', region, `table/${DatabaseName}/${name}`);
    return {
      kind: 'table',
      label: counterpart?.label ?? `${database.label}.${name}`,
      database: DatabaseName,
      name,
      arn,
      account: login.account,
      region,
      tags: {},
      location: StorageDescriptor?.Location,
      origin: liveOrigin(arn, counterpart?.origin),
    };
  });
}
