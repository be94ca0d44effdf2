import { IamRole } from '../../../core/provider/aws';
import { managedPolicy } from '../../../core/aws/managed-policy';
import type { ModuleScope, Role } from '../../../core/module/scope';
import type { TeamPeople } from '../../../core/platform/organization-team';
import { Text } from '../../../core/platform/text';
import type { EnvironmentFacts } from '../facts';
import type { EnvironmentTeam } from '../team-facts';
import { teamPolicies } from './policies';
import { teamTrust, type TrustedPeople } from './trust';

/** The roles of the teams, by team: made, or brought. Their policies come later, because keys name the roles first. */
export function buildTeamRoles(scope: ModuleScope, facts: EnvironmentFacts): ReadonlyMap<string, Role> {
  return new Map(facts.teams.map((team) => [team.name, teamRole(scope, facts, team)]));
}

/** The policies of the roles, once the key that they name is there. Roles that were brought get them on demand only. */
export function buildTeamPolicies(
  scope: ModuleScope,
  facts: EnvironmentFacts,
  roles: ReadonlyMap<string, Role>,
  keyArn: string,
): void {
  for (const team of facts.teams.filter(({ role }) => role.attach)) {
    const role = roles.get(team.name);
    const policies = teamPolicies(facts, team, keyArn);
    managedPolicy(scope, ['team', team.slug], {
      name: facts.names.name('policy', [team.name, 'services']),
      statements: policies.flatMap(({ statements }) => statements),
      attachTo: role ? [role] : [],
      from: team.from,
    });
  }
}

function teamRole(scope: ModuleScope, facts: EnvironmentFacts, team: EnvironmentTeam): Role {
  const { slug, role } = team;
  if (!role.made) {
    const brought = scope.roleOfArn(Text.of(role.arn));
    scope.publishRole(`role/${slug}`, { arn: brought.arn, uniqueId: brought.id, name: brought.name });
    return brought;
  }
  const made = scope.add(
    IamRole,
    ['role', slug],
    {
      name: role.name,
      description: `Team ${scope.literal(team.name)} of the environment ${scope.literal(facts.config.name)}`,
      assumeRolePolicy: scope.policy(trust(scope, facts, team.name), {
        kind: 'trust policy',
        of: `role ${role.name}`,
      }),
      tags: { group: scope.literal(team.name) },
    },
    { from: team.from },
  );
  scope.publishRole(`role/${slug}`, made);
  return { key: slug, arn: made.arn, id: made.uniqueId, name: made.name, immutable: false };
}

/** Who may take the role of a team: people only where the environment lets people in. */
function trust(scope: ModuleScope, { config, location, pivot }: EnvironmentFacts, team: string) {
  const people = config.features.awsAccess ? (scope.context.teams.get(team)?.assumedBy ?? []) : [];
  return teamTrust({
    location,
    pivotRoleArn: pivot?.arn,
    assumedBy: people.map((one) => trusted(scope, one)),
  });
}

function trusted(scope: ModuleScope, people: TeamPeople): TrustedPeople {
  switch (people.kind) {
    case 'permissionSet':
      return { kind: 'permissionSet', name: scope.literal(people.name) };
    case 'role':
      return { kind: 'role', arn: scope.value(people.arn) };
    case 'saml':
      return {
        kind: 'saml',
        providerArn: scope.value(people.providerArn),
        attributes: Object.fromEntries(
          Object.entries(people.attributes).map(([name, value]) => [
            scope.literal(name),
            scope.literal(value),
          ]),
        ),
      };
  }
}
