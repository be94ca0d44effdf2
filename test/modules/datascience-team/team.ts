/** Configurations that the tests start from. */
export const admin = { arn: 'arn:aws:iam::111111111111:role/admin', id: 'AROAADMIN' };
export const user = { arn: 'arn:aws:iam::111111111111:role/user', id: 'AROAUSER' };
export const execution = { arn: 'arn:aws:iam::111111111111:role/execution', id: 'AROAEXECUTION' };

/** A team with these options added. */
export function team(options: Readonly<Record<string, unknown>> = {}): { readonly team: object } {
  return {
    team: {
      dataAdminRoles: [admin],
      teamUserRoles: [user],
      teamExecutionRole: execution,
      ...options,
    },
  };
}

/** A Studio domain with these options added. */
export function domain(options: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    authMode: 'IAM',
    vpcId: 'vpc-1',
    subnetIds: ['subnet-1', 'subnet-2'],
    userProfiles: { 'jane@example.com': { userRole: user } },
    ...options,
  };
}

/** A team with a Studio domain. */
export function studio(
  options: Readonly<Record<string, unknown>> = {},
  more: Readonly<Record<string, unknown>> = {},
): { readonly team: object } {
  return team({ studioDomainConfig: domain(options), ...more });
}
