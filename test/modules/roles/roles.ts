/** A role that the own account may assume, and what a test adds. */
export function role(added: Readonly<Record<string, unknown>> = {}) {
  return { trustedPrincipal: 'this_account', ...added };
}

/** A configuration with one role, `analyst`, and without base policies. */
export function withRole(
  added: Readonly<Record<string, unknown>> = {},
  more: Readonly<Record<string, unknown>> = {},
) {
  return { createPersonaManagedPolicies: false, generateRoles: { analyst: role(added) }, ...more };
}

/** A policy document as people write it. */
export function document(...actions: readonly string[]) {
  return {
    Version: '2012-10-17',
    Statement: [{ SID: 'Given', Effect: 'Allow', Action: actions, Resource: '*' }],
  };
}

/** The ARN of a policy that AWS keeps. */
export function awsPolicy(name: string): string {
  return `arn:aws:iam::aws:policy/${name}`;
}

export const prefix = 'test-org-test-env-test-domain-test-module';
export const root = 'arn:aws:iam::111111111111:root';
