import { nameOf, type Part } from '../part';
import { checkTeams } from './check';

/** The roles of the teams. */
export const teamsPart: Part = {
  names: (facts) =>
    facts.teams
      .filter(({ role }) => role.made)
      .map(({ name, role }) => ({ ...nameOf(facts, 'iam role', 'role', [name]), name: role.name })),
  publishes: ({ teams }) =>
    teams.flatMap(({ slug }) => ['arn', 'id', 'name'].map((facet) => `role/${slug}/${facet}`)),
  check: checkTeams,
};
