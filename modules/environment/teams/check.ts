import { nearest } from '../../../core/config/nearest';
import type { ConfigPath } from '../../../core/config/locate';
import type { ModuleContext, ModuleFinding } from '../../../core/module/define-module';
import { accountOfArn } from '../arn';
import type { EnvironmentFacts } from '../facts';
import { featureOf } from '../features';
import { permissions, type Permission } from '../permissions';
import { roomForPolicies } from './policies';

/** Who may be here, and with what. */
export function checkTeams(facts: EnvironmentFacts, context: ModuleContext): readonly ModuleFinding[] {
  const { config, teams } = facts;
  return [
    ...teams.flatMap((team) => [...checkMember(team.name, team.from, context), ...checkRole(facts, team)]),
    ...checkOwner(facts, context),
    ...(config.team in config.teams ? [invitedOwner(config.team)] : []),
    ...sameSlugs(facts),
    ...roomForPolicies(facts),
    ...Object.entries(config.teams).flatMap(([name, { permissions: granted = [] }]) =>
      granted.flatMap((permission) => unusable(facts, name, permission)),
    ),
  ];
}

/** A team must be one of the organization's, by its exact name. */
export function checkMember(
  name: string,
  path: ConfigPath,
  { teams }: ModuleContext,
): readonly ModuleFinding[] {
  if (teams.has(name)) return [];
  const near = nearest(name, teams.keys());
  const help =
    near === undefined
      ? 'Add it to `organization_teams` of the root file.'
      : `Did you mean ${near}? Names are case-sensitive. Otherwise add it to \`organization_teams\` of the root file.`;
  const message = `"${name}" is no team of the organization`;
  return [{ severity: 'error', code: 'TL308', message, help, path }];
}

function checkOwner({ config }: EnvironmentFacts, { teams }: ModuleContext): readonly ModuleFinding[] {
  const owner = teams.get(config.team);
  if (!owner) return [];
  const findings: ModuleFinding[] = [];
  if (!owner.linkEnvironments) {
    const linking = [...teams.values()].filter((team) => team.linkEnvironments).map(({ name }) => name);
    findings.push({
      severity: 'error',
      code: 'TL420',
      message: `the team ${config.team} may not own environments`,
      help: `${linking.length > 0 ? `Let one of ${linking.join(', ')} own it, or add` : 'Add'} \`linkEnvironments: true\` to the team.`,
      path: ['team'],
    });
  }
  if (!owner.inviteTeams && Object.keys(config.teams).length > 0) {
    findings.push({
      severity: 'error',
      code: 'TL420',
      message: `the team ${config.team} may not invite other teams`,
      help: `Add \`inviteTeams: true\` to the team in \`organization_teams\`, or remove \`teams\`.`,
      path: ['teams'],
    });
  }
  return findings;
}

function checkRole(
  { location, path: environment }: EnvironmentFacts,
  team: EnvironmentFacts['teams'][number],
): readonly ModuleFinding[] {
  const path = team.owner ? ['iamRole'] : [...team.from, 'iamRole'];
  const account = accountOfArn(team.role.arn);
  if (account !== location.account) {
    const message = `the role ${team.role.arn} is of another account than the environment (${location.account})`;
    return [{ severity: 'error', code: 'TL204', message, help: 'Bring a role of the account.', path }];
  }
  if (team.role.made || team.role.attach) return [];
  const message = `the role ${team.role.arn} of ${team.name} gets no policies from here`;
  const show = `terralake show environment ${environment} --team '${team.name}' --policies`;
  const help = `\`${show}\` prints what it needs; \`attachPolicies: true\` attaches it.`;
  return [{ severity: 'note', code: 'TL423', message, help, path }];
}

function invitedOwner(team: string): ModuleFinding {
  return {
    severity: 'error',
    code: 'TL208',
    message: `${team} owns the environment and is not invited to it`,
    help: 'Remove it from `teams`.',
    path: ['teams', team],
  };
}

/** Names that AWS could not tell apart. */
function sameSlugs({ teams }: EnvironmentFacts): readonly ModuleFinding[] {
  return teams.flatMap((team, index) => {
    const same = teams.slice(0, index).find(({ slug }) => slug === team.slug);
    if (!same) return team.slug === '' ? [unnameable(team.name, team.from)] : [];
    const message = `the teams "${same.name}" and "${team.name}" would both be called ${team.slug} in AWS`;
    return [{ severity: 'error', code: 'TL502', message, help: 'Rename one of them.', path: team.from }];
  });
}

function unnameable(name: string, path: ConfigPath): ModuleFinding {
  const message = `"${name}" has no letter or digit that names of AWS may have`;
  return { severity: 'error', code: 'TL501', message, help: 'Rename the team.', path };
}

/** A permission whose feature is off has no effect for now. */
function unusable(
  { config }: EnvironmentFacts,
  team: string,
  permission: Permission,
): readonly ModuleFinding[] {
  const feature = featureOf[permission];
  if (feature === undefined || config.features[feature]) return [];
  const message = `${permission} ("${permissions[permission]}") of ${team} has no effect: the feature ${feature} is off`;
  const help = `Switch it on with \`features: { ${feature}: true }\`, or leave it.`;
  return [{ severity: 'note', code: 'TL421', message, help, path: ['teams', team, 'permissions'] }];
}
