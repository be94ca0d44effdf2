import type { EnvironmentFacts } from '../facts';
import { nameOf, type EnvironmentName, type Part } from '../part';
import { checkTeams } from './check';
import { teamPolicies } from './policies';

/** The roles of the teams. */
export const teamsPart: Part = {
  names: (facts) =>
    facts.teams
      .filter(({ role }) => role.made)
      .map(({ name, role }) => ({ ...nameOf(facts, 'iam role', 'role', [name]), name: role.name }))
      .concat(policyNames(facts)),
  publishes: ({ teams }) =>
    teams.flatMap(({ slug }) => ['arn', 'id', 'name'].map((facet) => `role/${slug}/${facet}`)),
  check: checkTeams,
};

/** How many there are is measured, so the base of their names, which the first has, is what stays. */
function policyNames(facts: EnvironmentFacts): readonly EnvironmentName[] {
  return facts.teams
    .filter(({ role }) => role.attach)
    .flatMap((team) =>
      teamPolicies(facts, team).map(({ name }, index): EnvironmentName =>
        index === 0
          ? nameOf(facts, 'iam policy', 'policy', [team.name, 'services'])
          : { kind: 'iam policy', name },
      ),
    );
}
