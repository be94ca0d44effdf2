import { posix } from 'node:path';
import type { OrganizationTeam } from '../../../core/platform/organization-team';
import type { Platform } from '../../../core/platform/platform';
import { siblingsOf } from '../../../core/platform/view';
import type { EnvironmentConfig } from '../config';
import { filesOf } from './files';

/** Which teams approve which file; `because` is for people. */
export interface FileOwners {
  /** Relative to the root file's folder. */
  readonly file: string;
  readonly teams: readonly string[];
  readonly because: string;
}

/**
 * Who approves which file of a platform, in the order of a CODEOWNERS file. Files from which environments are linked,
 * and all that belong to no environment for teams, are the linking teams'. `extra` are files beside the YAML.
 */
export function fileOwners(platform: Platform, extra: readonly string[]): readonly FileOwners[] {
  const linking = [...platform.teams.values()]
    .filter((team) => team.linkEnvironments)
    .map(({ name }) => name);
  const places = platform.environments.flatMap(({ place, modules }) => [
    place,
    ...modules.map((one) => one.place),
  ]);
  const root = new Set([platform.rootFile, ...extra, ...places.map(({ file }) => file)]);
  const claims = claimsOf(platform);
  const files = new Map<string, FileOwners>();
  const add = (file: string, owners: Omit<FileOwners, 'file'>): void => {
    if (!files.has(file)) files.set(file, { file, ...owners });
  };
  for (const file of root) add(file, { teams: linking, because: 'links environments' });
  for (const [file, claimed] of claims) {
    const teams = new Set(claimed.map(({ team }) => team));
    const [only, second] = claimed;
    if (only && teams.size === 1) add(file, { teams: [only.team], because: (second ?? only).because });
    else add(file, { teams: linking, because: 'is of environments with several owners' });
  }
  for (const { file, includedBy } of platform.files) {
    const by = includedBy === undefined ? undefined : files.get(includedBy);
    add(
      file,
      by
        ? { teams: by.teams, because: `is included by ${by.file}` }
        : { teams: linking, because: 'is of the platform' },
    );
  }
  return [...files.values()].map((owners) => ({ ...owners, file: posix.normalize(owners.file) }));
}

function claimsOf(platform: Platform): ReadonlyMap<string, readonly { team: string; because: string }[]> {
  const claims = new Map<string, { team: string; because: string }[]>();
  for (const { module } of siblingsOf(platform, 'environment')) {
    const owner = (module.config as EnvironmentConfig).team;
    for (const [file, { environment, objects }] of filesOf(module)) {
      const [first] = objects;
      const claim =
        environment || !first
          ? { team: owner, because: `is of the environment ${module.name}` }
          : { team: first.team, because: `is of a team in the environment ${module.name}` };
      claims.set(file, [...(claims.get(file) ?? []), claim]);
    }
  }
  return claims;
}

/** A CODEOWNERS file, and the teams that have nobody to approve. */
export interface Codeowners {
  readonly text: string;
  readonly silent: readonly string[];
}

/** Writes a CODEOWNERS file. Tenants approve everything; `prefix` is the folder of the root file in the repository. */
export function codeownersText(
  platform: Platform,
  owners: readonly FileOwners[],
  prefix: string,
): Codeowners {
  const tenants = [...platform.teams.values()].filter(({ tenant }) => tenant);
  const silent = new Set<string>();
  const approvers = (teams: readonly (OrganizationTeam | undefined)[]): readonly string[] =>
    teams.flatMap((team) => {
      if (team && team.codeowner === undefined) silent.add(team.name);
      return team?.codeowner ?? [];
    });
  const lines = owners.map(({ file, teams, because }) => {
    const path = posix.join('/', prefix, file);
    if (posix.join(prefix, file).startsWith('..'))
      return `# ${file} ${because}, and is outside of the repository`;
    const own = approvers(teams.map((team) => platform.teams.get(team)));
    const all = [...new Set([...own, ...approvers(tenants)])];
    const pattern = path.replace(/([\s#[\]!*?\\])/g, '\\$1');
    const missing = own.length === 0 ? `\n# ${teams.join(', ')}: no codeowner in organization_teams` : '';
    return `# ${file} ${because}: ${teams.join(', ')}${missing}\n${all.length === 0 ? '# ' : ''}${[pattern, ...all].join(' ')}`;
  });
  return { text: `${header}\n${lines.join('\n')}\n`, silent: [...silent] };
}

const header =
  '# Written by `terralake codeowners`: who approves changes of which file. Tenants approve everything.';
