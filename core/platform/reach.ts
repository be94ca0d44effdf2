import { describeSite, type Site } from '../../aws/site';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import { type AccountRoles, accountRoles } from './account-roles';
import { modulesOf, moduleWords } from './checks/words';
import type { Declaration, Reach } from './declaration';
import { partitionOf } from '../../aws/regions';
import type { Environment, Platform } from './platform';

/** How a stack gets to a site: by its own provider, or by an alias. */
export interface Way {
  /** Undefined for the stack's own provider. */
  readonly alias: string | undefined;
  readonly site: Site;
  /** The roles of another account; undefined for the own one, where the credentials of the stack serve. */
  readonly roles: AccountRoles | undefined;
}

/** Why a stack does not get there: the beginnings of a diagnostic. */
export type NoWay = Pick<Diagnostic, 'code' | 'message' | 'help'>;

/** The sites that a module declares to reach. A module that is named and not there is an error of its own. */
export function reachesOf(
  platform: Platform,
  { reaches }: Pick<Declaration, 'reaches'>,
): readonly Omit<Reach, 'module'>[] {
  return reaches.flatMap(({ module, from, ...site }) => {
    const origin = from && { from };
    if (module === undefined) return [{ ...site, ...origin }];
    const there = modulesOf(platform).find((located) => moduleWords(located) === module)?.environment;
    if (!there) return [];
    const { account, region } = there;
    return [
      { ...(account !== undefined && { account }), ...(region !== undefined && { region }), ...origin },
    ];
  });
}

/** How the stacks of an environment get to a site, or why they do not. */
export function wayTo(platform: Platform, environment: Environment, site: Site): Way | NoWay {
  const { account, region } = site;
  const ownAccount = account === environment.account;
  const ownRegion = region === environment.region;
  if (ownAccount && ownRegion) return { alias: undefined, site, roles: undefined };
  if ((!ownAccount && account === undefined) || (!ownRegion && region === undefined)) {
    const help =
      'State account and region of both environments: nobody can tell what `default` is from elsewhere.';
    return { code: 'TL410', message: `${describeSite(site)} cannot be reached from here`, help };
  }
  const [here, there] = [partitionOf(environment.region), partitionOf(region)];
  if (here !== undefined && there !== undefined && here !== there) {
    const message = `${region ?? ''} is in the partition ${there}, which nothing in ${here} reaches`;
    return { code: 'TL413', message, help: 'Use a platform of its own for each partition.' };
  }
  if (ownAccount) return { alias: `region_${region ?? ''}`, site, roles: undefined };
  const roles = account === undefined ? undefined : accountRoles(platform, environment, account);
  if (!roles) {
    const message = `no role is known that works in the account ${account ?? ''}`;
    const help =
      'Give an environment of that account a `deployRoleArn:`, or write the one of this environment with `{{account}}`.';
    return { code: 'TL410', message, help };
  }
  return { alias: ['account', account, region].filter(Boolean).join('_'), site, roles };
}

/** Tells the two answers of {@link wayTo} apart. */
export function isWay(answer: Way | NoWay): answer is Way {
  return 'site' in answer;
}
