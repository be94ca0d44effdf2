import { createNames } from '../../../../core/naming/create-names';
import { environmentConfig } from '../../../../modules/environment/config';
import { environmentFacts, teamOf, type EnvironmentFacts } from '../../../../modules/environment/facts';
import type { EnvironmentTeam } from '../../../../modules/environment/team-facts';

/** The facts of an environment as `synthModule` would place it. */
export function factsFor(
  config: unknown,
  recorded?: { readonly existingTables: readonly string[] },
): EnvironmentFacts {
  const names = createNames({
    organization: 'test-org',
    domain: 'test-domain',
    environment: 'test-env',
    module: 'test-module',
  });
  const context = { account: '111111111111', region: 'eu-west-1', recorded, asOf: undefined };
  return environmentFacts(environmentConfig.parse(config), names, context);
}

export function team(facts: EnvironmentFacts, name: string): EnvironmentTeam {
  const found = teamOf(facts, name);
  if (!found) throw new Error(`no team ${name}`);
  return found;
}
