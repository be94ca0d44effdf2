import type { PrefixAccess } from '../../core/aws/bucket-access';
import { distinct } from '../../core/aws/principals';
import type { ModuleScope, Role } from '../../core/module/scope';
import type { DatalakeConfig, ZoneConfig } from './config';

/** Who may do what in a zone by its access policies, ordered by prefix. */
export function zoneAccess(
  scope: ModuleScope,
  config: DatalakeConfig,
  zone: ZoneConfig,
): readonly PrefixAccess[] {
  const rolesOf = (logical: readonly string[]): readonly Role[] =>
    distinct(logical.flatMap((name) => config.roles[name] ?? []).map((role) => scope.role(role)));
  return [...new Set(zone.accessPolicies)]
    .flatMap((name) => {
      const rule = config.accessPolicies[name]?.rule;
      return rule ? [{ ...rule, from: ['accessPolicies', name, 'rule'] }] : [];
    })
    .sort((a, b) => (a.prefix < b.prefix ? -1 : a.prefix > b.prefix ? 1 : 0))
    .flatMap(({ prefix, from, ...rule }): readonly PrefixAccess[] => [
      { prefix, level: 'read', roles: rolesOf(rule.ReadRoles), from: [...from, 'ReadRoles'] },
      { prefix, level: 'readwrite', roles: rolesOf(rule.ReadWriteRoles), from: [...from, 'ReadWriteRoles'] },
      {
        prefix,
        level: 'super',
        roles: rolesOf(rule.ReadWriteSuperRoles),
        from: [...from, 'ReadWriteSuperRoles'],
      },
    ])
    .filter(({ roles = [] }) => roles.length > 0);
}

/** Access of the role that Lake Formation reads, and writes if allowed, the registered prefixes with. */
export function locationAccess(zone: ZoneConfig, role: Role | undefined): readonly PrefixAccess[] {
  if (!role) return [];
  return Object.values(zone.lakeFormationLocations).map(({ prefix, write }) => ({
    prefix,
    level: write ? 'readwrite' : 'read',
    roles: [role],
  }));
}

/** Who uses the lake's key: those who write somewhere may encrypt, all others only decrypt. */
export function keyUsers(access: readonly PrefixAccess[]): {
  readonly users: readonly Role[];
  readonly readers: readonly Role[];
} {
  const rolesOf = (levels: readonly PrefixAccess[]): readonly Role[] =>
    distinct(levels.flatMap(({ roles = [] }) => roles));
  const users = rolesOf(access.filter(({ level }) => level !== 'read'));
  const keys = new Set(users.map(({ key }) => key));
  return { users, readers: rolesOf(access).filter(({ key }) => !keys.has(key)) };
}
