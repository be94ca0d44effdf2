/** A role that the tests know completely, so that nothing is looked up. */
export function role(name: string) {
  return { id: `AROA${name.toUpperCase()}`, arn: `arn:aws:iam::111111111111:role/${name}`, name };
}

/** The configuration of a workgroup, and what a test adds. */
export function workgroup(added: Readonly<Record<string, unknown>> = {}) {
  return { dataAdminRoles: [role('admin')], athenaUserRoles: [role('user')], ...added };
}

/** The prefix of all names. */
export const prefix = 'test-org-test-env-test-domain-test-module';
