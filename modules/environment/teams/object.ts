import type { ConfigPath } from '../../../core/config/locate';
import { suggestion } from '../../../core/config/nearest';
import type { ModuleContext, ModuleFinding } from '../../../core/module/define-module';
import { teamOf, type EnvironmentFacts } from '../facts';
import type { Permission } from '../permissions';
import { checkMember } from './check';

/** What a team has in an environment: a network, a notebook, …. */
export interface OwnedObject {
  /** The team as it is written. */
  readonly team: string;
  /** What the team needs to have it. */
  readonly permission: Permission;
  /** The object in the module's YAML; its team is `team` below it. */
  readonly path: ConfigPath;
}

/** The team of an object must be one of the environment's, with the permission for such objects. */
export function checkObjectTeam(
  facts: EnvironmentFacts,
  context: ModuleContext,
  { team: name, permission, path }: OwnedObject,
): readonly ModuleFinding[] {
  const at = [...path, 'team'];
  const unknown = checkMember(name, at, context);
  if (unknown.length > 0) return unknown;
  const team = teamOf(facts, name);
  if (!team) {
    const message = `"${name}" is no team of the environment`;
    const known = facts.teams.map((each) => each.name);
    const help = `${suggestion(name, known)} Other teams are invited under \`teams\`.`;
    return [{ severity: 'error', code: 'TL308', message, help, path: at }];
  }
  if (team.permissions.has(permission)) return [];
  const message = `the team ${name} does not have ${permission}`;
  const help = `Add ${permission} to \`permissions\` of the team, or let another team own it.`;
  return [{ severity: 'error', code: 'TL420', message, help, path: at }];
}

/** Objects of a feature that is off. */
export function checkFeature(
  { config }: EnvironmentFacts,
  feature: keyof EnvironmentFacts['config']['features'],
  paths: readonly ConfigPath[],
): readonly ModuleFinding[] {
  if (config.features[feature]) return [];
  return paths.map((path) => ({
    severity: 'error',
    code: 'TL423',
    message: `${path.join('.')} needs the feature ${feature}, which is off`,
    help: `Write \`features: { ${feature}: true }\`, or remove it first.`,
    path,
  }));
}
