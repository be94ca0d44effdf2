import { nearest } from '../../core/config/nearest';
import type { ModuleFinding } from '../../core/module/define-module';
import { personaPolicies } from './base-policies';
import type { RoleConfig, RolesConfig } from './config';
import { isBasePolicy } from './policies';
import { readTrustedPrincipal } from './trusted-principal';

/** AWS's default quota of managed policies on one role. */
const attachable = 10;

/** Unknown policies and federations, principals that are none, suppressions without effect, too many policies. */
export function checkRoles(config: RolesConfig): readonly ModuleFinding[] {
  return [
    ...Object.entries(config.generatePolicies).flatMap(([key, { suppressions }]) =>
      suppressions.length > 0 ? [noEffect(['generatePolicies', key, 'suppressions'])] : [],
    ),
    ...Object.entries(config.generateRoles).flatMap(([key, role]) =>
      checkRole(config, ['generateRoles', key], role),
    ),
  ];
}

type Path = readonly (string | number)[];

function checkRole(config: RolesConfig, path: Path, role: RoleConfig): readonly ModuleFinding[] {
  const policies = [...new Set(role.generatedPolicies)];
  const persona = role.basePersona === undefined ? [] : personaPolicies[role.basePersona];
  const count =
    policies.length + persona.length + role.awsManagedPolicies.length + role.customerManagedPolicies.length;
  return [
    ...checkPrincipal(config, [...path, 'trustedPrincipal'], role),
    ...role.additionalTrustedPrincipals.flatMap((more, index) =>
      checkPrincipal(config, [...path, 'additionalTrustedPrincipals', index, 'trustedPrincipal'], more),
    ),
    ...role.generatedPolicies.flatMap((policy, index) =>
      checkPolicy(config, [...path, 'generatedPolicies', index], policy),
    ),
    ...(persona.length > 0 && !config.createPersonaManagedPolicies
      ? [personaWithoutPolicies([...path, 'basePersona'])]
      : []),
    ...(count > attachable ? [tooMany(path, count)] : []),
    ...(role.suppressions.length > 0 ? [noEffect([...path, 'suppressions'])] : []),
  ];
}

function checkPrincipal(
  config: RolesConfig,
  path: Path,
  { trustedPrincipal }: Pick<RoleConfig, 'trustedPrincipal'>,
): readonly ModuleFinding[] {
  const principal = readTrustedPrincipal(trustedPrincipal);
  if (!principal) {
    const help =
      'Write service:<name>.amazonaws.com, account:<12 digits>, this_account, an ARN, or federation:<key>.';
    return [
      {
        severity: 'error',
        code: 'TL204',
        message: `"${trustedPrincipal.describe()}" is no trusted principal`,
        help,
        path,
      },
    ];
  }
  if (principal.kind !== 'federation' || principal.federation in config.federations) return [];
  return [unknown('federation', principal.federation, Object.keys(config.federations), path)];
}

function checkPolicy(config: RolesConfig, path: Path, policy: string): readonly ModuleFinding[] {
  if (policy in config.generatePolicies) return [];
  if (config.createPersonaManagedPolicies && isBasePolicy(policy)) return [];
  return [unknown('generated policy', policy, Object.keys(config.generatePolicies), path)];
}

function unknown(what: string, name: string, known: readonly string[], path: Path): ModuleFinding {
  const close = nearest(name, known);
  const help = close === undefined ? `Choose from: ${known.join(', ')}.` : `Did you mean "${close}"?`;
  return { severity: 'error', code: 'TL308', message: `unknown ${what} "${name}"`, help, path };
}

function personaWithoutPolicies(path: Path): ModuleFinding {
  const help = 'Leave out `createPersonaManagedPolicies: false`, or list the policies yourself.';
  return { severity: 'error', code: 'TL208', message: 'a persona needs the base policies', help, path };
}

function tooMany(path: Path, count: number): ModuleFinding {
  const message = `the role gets ${String(count)} managed policies, AWS allows ${String(attachable)} unless the quota was raised`;
  return {
    severity: 'warning',
    code: 'TL208',
    message,
    help: 'Join policies, or ask AWS to raise the quota.',
    path,
  };
}

function noEffect(path: Path): ModuleFinding {
  return {
    severity: 'note',
    code: 'TL602',
    message: 'suppressions are for cdk-nag, which does not run here',
    help: 'Nothing has to be done.',
    path,
  };
}
