import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { IamSamlProvider } from '@cdktf/provider-aws/lib/iam-saml-provider';
import { managedPolicy } from '../../core/aws/managed-policy';
import { policyDocument } from '../../core/aws/policy';
import { fitting } from '../../core/aws/policy-size';
import type { ModuleScope } from '../../core/module/scope';
import { personaPolicies } from './base-policies';
import type { RoleConfig, RolesConfig } from './config';
import { policyName, roleName } from './names';
import { rolePolicies } from './policies';
import { trustStatements, type Federations } from './trust';

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
      return [
        key,
        managedPolicy(scope, ['policy', key], { name, statements, publishAt: `managed-policy/${key}` }),
      ];
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

function makeRole(scope: ModuleScope, key: string, role: RoleConfig, federations: Federations): IamRole {
  const name = roleName(scope.names, key, role.verbatimRoleName);
  const trust = policyDocument(trustStatements(scope, role, federations));
  const made = scope.add(IamRole, ['role', key], {
    name,
    assumeRolePolicy: fitting('trust policy', `role ${name}`, trust),
  });
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
    scope.add(IamRolePolicyAttachment, ['role', key, kind, policy], { role: name, policyArn });
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
