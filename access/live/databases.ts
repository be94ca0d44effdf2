import { GetDatabaseCommand } from '@aws-sdk/client-glue';
import type { Database, Table } from '../model/model';
import { answered } from './ask';
import { glueTags } from './glue-tags';
import { liveOrigin } from './origin';
import type { Session } from './session';
import { readTables } from './tables';

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
