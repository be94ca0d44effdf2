import type { AccessModel } from '../model/model';
import { readLakeFormation } from './lake-formation';
import { readPrincipals } from './principals';
import { readResources } from './resources';
import type { LiveScope } from './scope';
import { loginOf, Session } from './session';
import type { LiveSettings } from './clients';

/**
 * What stands in AWS, or in an emulator, of what the scope names, and everything else that bears on the same data:
 * grants, access points, tables, profiles that somebody else made. Only reads. What the login may not read is
 * unknown, and what does not exist is left out; `assumptions` tells of both.
 *
 * @throws LiveReadError when a call fails for another reason
 */
export async function readLive(settings: LiveSettings, { model, ...rest }: LiveScope): Promise<AccessModel> {
  const login = await loginOf(settings);
  const session = new Session(settings, login, rest);
  const [principals, resources] = await Promise.all([
    readPrincipals(session, model.principals),
    readResources(session, model.resources),
  ]);
  const data = resources.filter((one) => one.kind === 'database' || one.kind === 'table');
  const lakeFormation = await Promise.all(
    model.lakeFormation
      .filter(({ account }) => session.account(account) === login.account)
      .map((one) => {
        const here = data.filter(({ region }) => region === session.region(one.region));
        return readLakeFormation(session, one, here);
      }),
  );
  return {
    partition: login.partition,
    principals,
    resources,
    lakeFormation,
    assumptions: session.asker.assumptions,
  };
}
