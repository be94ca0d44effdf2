import { suggestion } from '../../core/config/nearest';
import type { ModuleContext, ModuleFinding } from '../../core/module/define-module';
import type { Names } from '../../core/naming/names';
import { checkAccess } from './check-access';
import { personaPolicies } from './base-policies';
import type { RoleConfig, RolesConfig } from './config';
import { isBasePolicy, measuredPolicies } from './policies';
import { readTrustedPrincipal } from './trusted-principal';

/** AWS's default quota of managed policies on one role. */
const attachable = 10;

/** Unknown policies and federations, principals that are none, suppressions without effect, too many policies. */
export function checkRoles(
  config: RolesConfig,
  _names: Names,
  context: ModuleContext,
): readonly ModuleFinding[] {
  const parts = new Map(measuredPolicies(config, context).map(({ key, parts }) => [key, parts.length]));
  return [
    ...Object.entries(config.generatePolicies).flatMap(([key, { suppressions }]) =>
      suppressions.length > 0 ? [noEffect(['generatePolicies', key, 'suppressions'])] : [],
    ),
    ...Object.entries(config.generateRoles).flatMap(([key, role]) => [
      ...checkRole(config, ['generateRoles', key], role),
      ...tooMany(['generateRoles', key], attached(role, parts)),
    ]),
    ...checkAccess(config),
  ];
}

type Path = readonly (string | number)[];

function checkRole(config: RolesConfig, path: Path, role: RoleConfig): readonly ModuleFinding[] {
  return [
    ...checkPrincipal(config, [...path, 'trustedPrincipal'], role),
    ...role.additionalTrustedPrincipals.flatMap((more, index) =>
      checkPrincipal(config, [...path, 'additionalTrustedPrincipals', index, 'trustedPrincipal'], more),
    ),
    ...role.generatedPolicies.flatMap((policy, index) =>
      checkPolicy(config, [...path, 'generatedPolicies', index], policy),
    ),
    ...(role.basePersona !== undefined && !config.createPersonaManagedPolicies
      ? [personaWithoutPolicies([...path, 'basePersona'])]
      : []),
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
  if (principal.kind !== 'federation' || Object.hasOwn(config.federations, principal.federation)) return [];
  return [unknown('federation', principal.federation, Object.keys(config.federations), path)];
}

function checkPolicy(config: RolesConfig, path: Path, policy: string): readonly ModuleFinding[] {
  if (Object.hasOwn(config.generatePolicies, policy)) return [];
  if (config.createPersonaManagedPolicies && isBasePolicy(policy)) return [];
  return [unknown('generated policy', policy, Object.keys(config.generatePolicies), path)];
}

function unknown(what: string, name: string, known: readonly string[], path: Path): ModuleFinding {
  const message = `unknown ${what} "${name}"`;
  return { severity: 'error', code: 'TL308', message, help: suggestion(name, known), path };
}

function personaWithoutPolicies(path: Path): ModuleFinding {
  const help = 'Leave out `createPersonaManagedPolicies: false`, or list the policies yourself.';
  return { severity: 'error', code: 'TL208', message: 'a persona needs the base policies', help, path };
}

/** How many managed policies a role gets; `parts` says how many a generated one was split into. */
function attached(role: RoleConfig, parts: ReadonlyMap<string, number>): number {
  const persona = role.basePersona === undefined ? [] : personaPolicies[role.basePersona];
  const generated = [...new Set([...role.generatedPolicies, ...persona])];
  const byName = new Set(role.awsManagedPolicies).size + new Set(role.customerManagedPolicies).size;
  return generated.reduce((sum, key) => sum + (parts.get(key) ?? 0), byName);
}

function tooMany(path: Path, count: number): readonly ModuleFinding[] {
  if (count <= attachable) return [];
  const message = `the role gets ${String(count)} managed policies, AWS allows ${String(attachable)} unless the quota was raised`;
  const help = 'Join policies, or ask AWS to raise the quota.';
  return [{ severity: 'warning', code: 'TL208', message, help, path }];
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
