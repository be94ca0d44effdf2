import { suggestion } from '../../../core/config/nearest';
import type { ModuleFinding } from '../../../core/module/define-module';
import { accountOfArn } from '../arn';
import { teamOf, type EnvironmentFacts } from '../facts';
import { consumptionRolesOf, type ConsumptionRole } from './facts';

type Check = (facts: EnvironmentFacts, role: ConsumptionRole) => readonly ModuleFinding[];

/** Roles of the account, each once, owned by a team that may register them, and none of a team's. */
export function checkConsumptionRoles(facts: EnvironmentFacts): readonly ModuleFinding[] {
  const checks: readonly Check[] = [account, twice, roleOfTeam, owner];
  return consumptionRolesOf(facts).flatMap((role) => checks.flatMap((check) => check(facts, role)));
}

const account: Check = ({ location }, { config: { roleArn }, from }) => {
  if (accountOfArn(roleArn) === location.account) return [];
  const message = `the role ${roleArn} is of another account than the environment (${location.account})`;
  const help = 'Register a role of the account, or register this one in an environment of its own account.';
  return [{ severity: 'error', code: 'TL204', message, help, path: [...from, 'roleArn'] }];
};

const twice: Check = (facts, { key, config: { roleArn }, from }) => {
  const all = consumptionRolesOf(facts);
  const earlier = all
    .slice(
      0,
      all.findIndex((other) => other.key === key),
    )
    .find((other) => other.config.roleArn === roleArn);
  if (!earlier) return [];
  const message = `the role ${roleArn} is registered already, as ${earlier.key}`;
  return [
    { severity: 'error', code: 'TL103', message, help: 'Keep one of them.', path: [...from, 'roleArn'] },
  ];
};

const roleOfTeam: Check = ({ teams }, { config: { roleArn }, from }) => {
  const team = teams.find(({ role }) => role.arn === roleArn);
  if (!team) return [];
  const message = `the role ${roleArn} is that of the team ${team.name}`;
  const help = `Share with \`{ team: ${team.name} }\` instead, and remove the consumption role.`;
  return [{ severity: 'error', code: 'TL423', message, help, path: [...from, 'roleArn'] }];
};

const owner: Check = (facts, { key, config, from }) => {
  const path = [...from, 'team'];
  const team = teamOf(facts, config.team);
  if (!team) {
    const message = `"${config.team}", the team of the consumption role ${key}, is no team of the environment`;
    const help = suggestion(
      config.team,
      facts.teams.map(({ name }) => name),
    );
    return [{ severity: 'error', code: 'TL308', message, help, path }];
  }
  if (team.permissions.has('ADD_ENVIRONMENT_CONSUMPTION_ROLES')) return [];
  const message = `the team ${team.name} may not register consumption roles`;
  const help =
    'Add ADD_ENVIRONMENT_CONSUMPTION_ROLES to its `permissions:`, or let another team own the role.';
  return [{ severity: 'error', code: 'TL420', message, help, path }];
};
