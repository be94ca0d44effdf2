import { roleIdentity, roleKey, roleParameter } from '../../core/platform/role-identity';
import type { RoleReference } from '../../core/platform/role-reference';
import { Text } from '../../core/platform/text';
import type { PrincipalConfig } from './config-grants';

/** Somebody who is granted something. */
export interface Grantee {
  /** For addresses. */
  readonly key: string;
  /** Equal for what is known to be the same principal. */
  readonly identity: string;
  readonly principal: RoleReference | Text;
}

/** Roles of the project. */
export function grantedRole(reference: RoleReference, domain: string): Grantee {
  const key = roleKey(reference, { domain, account: undefined });
  return { key, identity: roleIdentity(reference), principal: reference };
}

/** An ARN that the YAML gives a name. An ARN of a role stands for the role, so that its grants come together. */
export function grantedArn(name: string, arn: Text, domain: string): Grantee {
  const reference: RoleReference = { arn, immutable: false, sso: false };
  const isRole =
    roleParameter(reference) !== undefined || /^arn:[^:]+:iam::[^:]*:role\//.test(arn.literal ?? '');
  if (isRole) return grantedRole(reference, domain);
  return { key: name, identity: arn.describe(), principal: arn };
}

/** A principal of a grant: a role, or a user or group of a SAML provider. */
export function grantedPrincipal(name: string, config: PrincipalConfig, domain: string): Grantee {
  const { role, federationProviderArn = Text.of(), federatedGroup, federatedUser = Text.of() } = config;
  if (role) return grantedRole(role, domain);
  const member = federatedGroup ? Text.of(':group/', federatedGroup) : Text.of(':user/', federatedUser);
  return grantedArn(name, Text.of(federationProviderArn, member), domain);
}

/** Each principal once. */
export function distinct(grantees: readonly Grantee[]): readonly Grantee[] {
  return [...new Map(grantees.map((grantee) => [grantee.identity, grantee])).values()];
}
