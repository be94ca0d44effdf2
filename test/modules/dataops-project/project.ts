/** Roles that the tests' projects know completely, so that nothing is looked up. */
export function role(name: string) {
  return { id: `AROA${name.toUpperCase()}`, arn: roleArn(name), name };
}

/** The ARN of a role of the account. */
export function roleArn(name: string): string {
  return `arn:aws:iam::111111111111:role/${name}`;
}

/** The configuration of a project with its people, and what a test adds. */
export function project(added: Readonly<Record<string, unknown>> = {}) {
  return {
    dataAdminRoles: [role('admin')],
    dataEngineerRoles: [role('engineer')],
    projectExecutionRoles: [role('etl')],
    glueCatalogKmsKeyArn: 'arn:aws:kms:eu-west-1:111111111111:key/catalog',
    ...added,
  };
}

/** The same with one database, `sales`. */
export function withDatabase(
  database: Readonly<Record<string, unknown>>,
  added: Readonly<Record<string, unknown>> = {},
) {
  return project({ databases: { sales: { description: 'Sales', ...database } }, ...added });
}

/** The same with a `lakeFormation` block. */
export function withGrants(
  lakeFormation: Readonly<Record<string, unknown>>,
  added: Readonly<Record<string, unknown>> = {},
) {
  return withDatabase({ lakeFormation }, added);
}

/** The prefix of all names. */
export const prefix = 'test-org-test-env-test-domain-test-module';
