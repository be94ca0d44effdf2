import { accountRoles } from '../core/platform/account-roles';
import type { Environment, Platform } from '../core/platform/platform';

/** Whose roles AWS is asked by: those that deploy, or those that only plan. */
export type Identity = 'deploy' | 'plan';

/** A role to assume before asking. */
export interface AssumedRole {
  readonly arn: string;
  readonly externalId: string | undefined;
}

/**
 * The role by which a stack's providers work in an account: what Terraform is told is right for questions too.
 * Undefined: whoever runs this asks.
 */
export function roleIn(
  platform: Platform,
  environment: Environment,
  account: string | undefined,
  as: Identity = 'deploy',
): AssumedRole | undefined {
  if (!environment.assumeDeployRole) return undefined;
  if (account === undefined || account === environment.account) {
    const arn = as === 'plan' ? environment.planRoleArn : environment.deployRoleArn;
    return arn === undefined ? undefined : { arn, externalId: environment.deployRoleExternalId };
  }
  const roles = accountRoles(platform, environment, account);
  const arn = as === 'plan' ? roles?.plan : roles?.deploy;
  return arn === undefined ? undefined : { arn, externalId: roles?.externalId };
}
