import type { ConfigPath } from '../../core/config/locate';
import type { Location } from '../../core/aws/location';
import type { EnvironmentConfig } from './config';
import { slug, type EnvironmentNames } from './names';
import { allPermissions, type Permission } from './permissions';

/** A team of an environment. */
export interface EnvironmentTeam {
  /** The exact name: the value of the tag `Team`. */
  readonly name: string;
  /** The name in addresses, parameter paths and physical names. */
  readonly slug: string;
  readonly owner: boolean;
  readonly permissions: ReadonlySet<Permission>;
  readonly role: TeamRole;
  /** The team's Athena workgroup. */
  readonly workgroup: string;
  /** Where the team is written in the module's YAML. */
  readonly from: ConfigPath;
}

/** The role of a team. */
export interface TeamRole {
  readonly name: string;
  readonly arn: string;
  /** False: it exists, and its trust is never touched. */
  readonly made: boolean;
  /** Whether policies are attached to it. */
  readonly attach: boolean;
}

/** The owner, then the invited teams, in the order of the YAML. */
export function teamsOf(
  config: EnvironmentConfig,
  names: EnvironmentNames,
  location: Location,
): readonly [EnvironmentTeam, ...EnvironmentTeam[]] {
  const team = (
    name: string,
    written: { iamRole?: string | undefined; attachPolicies: boolean },
    rest: Pick<EnvironmentTeam, 'owner' | 'permissions' | 'from'>,
  ): EnvironmentTeam => ({
    name,
    slug: slug(name),
    ...rest,
    role: roleOf(name, written.iamRole, written.attachPolicies, names, location),
    workgroup: names.name('workgroup', [name]),
  });
  const invited = Object.entries(config.teams).map(([name, written]) =>
    team(name, written, {
      owner: false,
      permissions: new Set(written.permissions ?? allPermissions),
      from: ['teams', name],
    }),
  );
  const owner = { owner: true, permissions: new Set(allPermissions), from: ['team'] };
  return [team(config.team, config, owner), ...invited];
}

function roleOf(
  team: string,
  written: string | undefined,
  attachPolicies: boolean,
  names: EnvironmentNames,
  { partition, account }: Location,
): TeamRole {
  if (written?.startsWith('arn:') === true) {
    return { name: written.split('/').at(-1) ?? written, arn: written, made: false, attach: attachPolicies };
  }
  const name = written ?? names.name('role', [team]);
  return { name, arn: `arn:${partition}:iam::${account}:role/${name}`, made: true, attach: true };
}
