import type { Role } from '../module/scope';
import type { Conditions, PolicyStatement } from '../../aws/iam/statement';

/** `aws:userId` of every session of the roles: a role that is deleted and made again loses its access. */
export function sessionsOf(roles: readonly Role[]): readonly string[] {
  return [...new Set(roles.map((role) => `${role.id}:*`))];
}

/** Everybody, provided it is a session of one of the roles. */
export function byUserId(
  roles: readonly Role[],
): Required<Pick<PolicyStatement, 'principals' | 'conditions'>> {
  return { principals: '*', conditions: { StringLike: { 'aws:userId': sessionsOf(roles) } } };
}

/** A service of AWS that acts for these accounts, and for these resources where they are known. */
export function byService(
  service: string,
  source: { readonly accounts: readonly string[]; readonly arns?: readonly string[] },
): Required<Pick<PolicyStatement, 'principals' | 'conditions'>> {
  const conditions: Conditions = {
    StringEquals: { 'aws:SourceAccount': source.accounts },
    ...(source.arns && { ArnLike: { 'aws:SourceArn': source.arns } }),
  };
  return { principals: { Service: [service] }, conditions };
}

/** Each role once. */
export function distinct(roles: readonly Role[]): readonly Role[] {
  return [...new Map(roles.map((role) => [role.key, role])).values()];
}
