/** Roles and policies without the base policies, which would only be in the way. */
export function roles(added: Readonly<Record<string, unknown>>) {
  return { createPersonaManagedPolicies: false, ...added };
}

/** One role, `worker`, that the account trusts. */
export function withRole(
  role: Readonly<Record<string, unknown>>,
  added: Readonly<Record<string, unknown>> = {},
) {
  return roles({ generateRoles: { worker: { trustedPrincipal: 'this_account', ...role } }, ...added });
}

/** One policy, `Reads`, with this document. */
export function withPolicy(policyDocument: unknown, policy: Readonly<Record<string, unknown>> = {}) {
  return roles({ generatePolicies: { Reads: { policyDocument, ...policy } } });
}

/** A policy document with one statement. */
export function reading(statement: Readonly<Record<string, unknown>> = {}) {
  return { Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...statement }] };
}

export const root = 'arn:aws:iam::111111111111:root';

/** The prefix of all names. */
export const prefix = 'test-org-test-env-test-domain-test-module';
