import type { Located, Platform } from '../../core/platform/platform';
import { suggestion } from '../../core/config/nearest';
import { siblingsOf } from '../../core/platform/view';
import { factsOf, teamOf, type EnvironmentFacts } from '../../modules/environment/facts';
import type { EnvironmentTeam } from '../../modules/environment/team-facts';
import { RefusedError } from '../../deploy/errors';
import { UsageError } from './usage-error';

/** An environment for teams, and what is known of it. */
export interface FoundEnvironment {
  readonly located: Located;
  readonly facts: EnvironmentFacts;
}

/** All environments for teams, in file order. */
export function environmentsOf(platform: Platform): readonly FoundEnvironment[] {
  return siblingsOf(platform, 'environment').map((located) => ({ located, facts: factsOf(located) }));
}

/**
 * The environment of that name: the key of its module, `<domain>/<environment>` or
 * `<domain>/<environment>/<module>`.
 * @throws UsageError where there is none, or more than one
 */
export function environmentCalled(platform: Platform, name: string): FoundEnvironment {
  const all = environmentsOf(platform);
  const [found, ...others] = called(all, name);
  if (found && others.length === 0) return found;
  const paths = (found ? [found, ...others] : all).map(({ facts }) => facts.path);
  if (found)
    throw new UsageError(`"${name}" stands for several environments`, `Name one of ${paths.join(', ')}.`);
  throw new UsageError(`there is no environment for teams "${name}"`, suggestion(name, paths));
}

/**
 * The environment of that name as a team may know of it: of others it is not even told that they exist.
 * @throws UsageError for a team that the organization has not, RefusedError where the team is not onboarded
 */
export function environmentOfTeam(
  platform: Platform,
  name: string,
  team: string,
): FoundEnvironment & { readonly team: EnvironmentTeam } {
  const own = environmentsOfTeam(platform, team);
  const [found, ...others] = called(own, name);
  const paths = (found ? [found, ...others] : own).map(({ facts }) => facts.path);
  if (others.length > 0)
    throw new UsageError(`"${name}" stands for several environments`, `Name one of ${paths.join(', ')}.`);
  if (found) return found;
  throw new RefusedError(
    `the team ${team} is onboarded to no environment "${name}"`,
    paths.length === 0
      ? 'An owner of an environment can invite it.'
      : `It is onboarded to ${paths.join(', ')}.`,
  );
}

/** The environments that a team owns or is invited to, in file order. @throws UsageError for an unknown team */
export function environmentsOfTeam(
  platform: Platform,
  name: string,
): readonly (FoundEnvironment & { readonly team: EnvironmentTeam })[] {
  if (!platform.teams.has(name))
    throw new UsageError(`there is no team "${name}"`, suggestion(name, [...platform.teams.keys()]));
  return environmentsOf(platform).flatMap((environment) => {
    const team = teamOf(environment.facts, name);
    return team ? [{ ...environment, team }] : [];
  });
}

function called<T extends FoundEnvironment>(all: readonly T[], name: string): readonly T[] {
  return all.filter(
    ({ located, facts }) =>
      located.module.name === name || facts.path === name || facts.path.startsWith(`${name}/`),
  );
}

/** How a team stands to an environment. */
export function roleWord({ owner }: EnvironmentTeam): 'OWNER' | 'INVITED' {
  return owner ? 'OWNER' : 'INVITED';
}
