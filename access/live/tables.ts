import { paginateGetTables } from '@aws-sdk/client-glue';
import type { Database, Table } from '../model/model';
import { allOf, answered } from './ask';
import { liveOrigin } from './origin';
import type { Session } from './session';

/** The tables of a database, whoever made them. Glue leaves out those that the reader has no Lake Formation permission on. */
export async function readTables(
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
