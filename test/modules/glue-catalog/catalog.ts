/** The ARN of a role of the account. */
export function roleArn(name: string): string {
  return `arn:aws:iam::111111111111:role/${name}`;
}

/** A configuration with one access policy, `sales`. */
export function withPolicy(policy: Readonly<Record<string, unknown>>) {
  return { accessPolicies: { sales: { resources: ['database/sales', 'table/sales/*'], ...policy } } };
}

/** An ARN in the catalog of the account. */
export function inCatalog(part: string): string {
  return `arn:aws:glue:eu-west-1:111111111111:${part}`;
}

export const prefix = 'test-org-test-env-test-domain-test-module';
