import { IamRole, IamRolePolicyAttachment, IamSamlProvider } from '../../core/provider/aws';
import { managedPolicy } from '../../core/aws/managed-policy';
import type { ModuleScope } from '../../core/module/scope';
import { personaPolicies } from './base-policies';
import type { RoleConfig, RolesConfig } from './config';
import { policyName, roleName } from './names';
import { rolePolicies } from './policies';
import { trustStatements, type Federations } from './trust';

/** A role as it is drawn. */
type MadeRole = Parameters<ModuleScope['publishRole']>[1];

/** Policies, SAML providers, roles, and which policies the roles carry. */
export function build(scope: ModuleScope, config: RolesConfig): void {
  const policies = makePolicies(scope, config);
  const federations = makeFederations(scope, config);
  for (const [key, role] of Object.entries(config.generateRoles)) {
    const made = makeRole(scope, key, role, federations);
    attach(scope, key, role, made.name, policies);
  }
}

/** ARNs of the managed policies, by key; several where one would be too large. */
function makePolicies(scope: ModuleScope, config: RolesConfig): ReadonlyMap<string, readonly string[]> {
  const policies = rolePolicies(config, scope, (text) => scope.value(text));
  return new Map(
    policies.map(({ key, verbatim, statements }) => {
      const name = (part: string): string => policyName(scope.names, key, verbatim, part);
      const from = Object.hasOwn(config.generatePolicies, key) ? ['generatePolicies', key] : [];
      const options = { name, statements, publishAt: `managed-policy/${key}`, from };
      return [key, managedPolicy(scope, ['policy', key], options)];
    }),
  );
}

function makeFederations(scope: ModuleScope, config: RolesConfig): Federations {
  const arns = Object.entries(config.federations).map(([key, { providerArn, samlDoc }]) => {
    if (providerArn) return [key, scope.value(providerArn)] as const;
    const samlMetadataDocument = scope.literal(samlDoc?.content ?? '');
    return [
      key,
      scope.add(IamSamlProvider, ['federation', key], { name: scope.name(key), samlMetadataDocument }).arn,
    ] as const;
  });
  return new Map(arns);
}

function makeRole(scope: ModuleScope, key: string, role: RoleConfig, federations: Federations): MadeRole {
  const name = roleName(scope.names, key, role.verbatimRoleName);
  const from = ['generateRoles', key];
  const trust = trustStatements(scope, role, federations, from);
  const assumeRolePolicy = scope.policy(trust, { kind: 'trust policy', of: `role ${name}` });
  const made = scope.add(IamRole, ['role', key], { name, assumeRolePolicy }, { from });
  scope.publishRole(`role/${key}`, made);
  scope.publishRole(`generated-role/${key}`, made, { scope: 'domain', withName: false });
  return made;
}

function attach(
  scope: ModuleScope,
  key: string,
  role: RoleConfig,
  name: string,
  policies: ReadonlyMap<string, readonly string[]>,
): void {
  const add = (kind: string, policy: string, policyArn: string): void => {
    const from = ['generateRoles', key];
    scope.add(IamRolePolicyAttachment, ['role', key, kind, policy], { role: name, policyArn }, { from });
  };
  for (const policy of new Set(role.awsManagedPolicies))
    add('aws', policy, `arn:${scope.partition}:iam::aws:policy/${policy}`);
  for (const policy of new Set(role.customerManagedPolicies)) {
    add('customer', policy, `arn:${scope.partition}:iam::${scope.account}:policy/${policy}`);
  }
  const persona = role.basePersona === undefined ? [] : personaPolicies[role.basePersona];
  for (const policy of new Set([...role.generatedPolicies, ...persona])) {
    for (const [index, arn] of (policies.get(policy) ?? []).entries()) {
      add('generated', index === 0 ? policy : `${policy}-${String(index + 1)}`, arn);
    }
  }
}
