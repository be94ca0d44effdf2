import type { Names } from '../../core/naming/names';
import { roleKey } from '../../core/platform/role-identity';
import type { AthenaWorkgroupConfig } from './config';

/** Where results lie. */
export const results = 'athena-results';

/** Physical names of what the module makes. */
export function workgroupNames(names: Names, config: AthenaWorkgroupConfig) {
  return {
    key: names.resource('key', 256),
    bucket: names.resource(undefined, 63),
    workgroup: names.resource(),
    usagePolicy: policyName(names, config, 'wg-usage'),
  };
}

/** What a user role has of its own where results are isolated: names, paths of parameters, a prefix. */
export function ownNames(names: Names, config: AthenaWorkgroupConfig, key: string) {
  return {
    workgroup: names.resource(key, 128),
    usagePolicy: policyName(names, config, `wg-usage-${key}`),
    workgroupPath: `workgroup/${key}`,
    policyPath: `managed-policy/wg-usage-${key}`,
    results: `${results}/${key}`,
  };
}

/** The user roles where results are isolated, by the keys they have in the stack: each once, with its last reference. */
export function isolatedRoles(
  { athenaUserRoles, isolateUserResults }: AthenaWorkgroupConfig,
  own: { readonly domain: string; readonly account: string | undefined },
): readonly { readonly key: string; readonly immutable: boolean }[] {
  if (!isolateUserResults) return [];
  const roles = athenaUserRoles.map((role) => [roleKey(role, own), role.immutable] as const);
  return [...new Map(roles)].map(([key, immutable]) => ({ key, immutable }));
}

function policyName(
  names: Names,
  { verbatimPolicyNamePrefix: prefix }: AthenaWorkgroupConfig,
  suffix: string,
): string {
  return prefix === undefined ? names.resource(suffix, 64) : `${prefix}-${suffix}`;
}
