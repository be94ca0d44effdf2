import type { PolicyStatement } from '../../../aws/iam/statement';
import { packStatements, partSuffix } from '../../../aws/iam/pack';
import { unknownValue } from '../../../aws/iam/size';
import type { ModuleFinding } from '../../../core/module/define-module';
import { escapeTemplate } from '../../../core/platform/escape';
import type { EnvironmentFacts } from '../facts';
import type { EnvironmentTeam } from '../team-facts';
import { teamDataStatements } from '../datasets/team-statements';
import { teamStatements } from './statements';

/** A managed policy of a team's role. */
export interface TeamPolicy {
  readonly name: string;
  readonly statements: readonly PolicyStatement[];
}

/** AWS attaches ten to a role, unless the account's quota was raised; two are left for what is shared with the team. */
const most = 8;

/**
 * The policies of a team's role, in their order. `keyArn` is the key of the environment's bucket, a Terraform string;
 * left out where it is not known yet. What the team owns of imported data comes last; data that is kept here is granted
 * by its buckets and keys.
 */
export function teamPolicies(
  facts: EnvironmentFacts,
  team: EnvironmentTeam,
  keyArn: string = unknownValue,
): readonly TeamPolicy[] {
  const name = facts.names.name('policy', [team.name, 'services']);
  const statements = teamStatements({
    location: facts.location,
    prefixes: facts.names.prefixes,
    team: escapeTemplate(team.name),
    roleArn: team.role.arn,
    workgroups: [team.workgroup],
    bucket: facts.names.name('bucket'),
    bucketKeyArn: keyArn,
    permissions: team.permissions,
    features: facts.config.features,
  });
  const packs = packStatements([...statements, ...teamDataStatements(facts, team)]);
  return packs.map((pack, index) => ({ name: `${name}${partSuffix(index)}`, statements: pack }));
}

/** A role that has no room for the policies of its team. */
export function roomForPolicies(facts: EnvironmentFacts): readonly ModuleFinding[] {
  return facts.teams
    .filter(({ role }) => role.attach)
    .map((team) => ({ team, count: teamPolicies(facts, team).length }))
    .filter(({ count }) => count > most)
    .map(({ team: { name, from }, count }) => ({
      severity: 'error',
      code: 'TL204',
      message: `the role of the team ${name} would need ${String(count)} policies, it has room for ${String(most)}`,
      help: 'Shorten `resourcePrefix` or the names of domain, environment and module, or import fewer buckets.',
      path: from,
    }));
}
