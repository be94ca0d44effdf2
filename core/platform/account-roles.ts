import { partitionOf } from '../../aws/regions';
import type { Environment, Platform } from './platform';
import type { Text } from './text';

/** The roles that Terraform works as in an account. */
export interface AccountRoles {
  readonly deploy: string;
  /** For `terralake plan --as plan`; undefined where none is stated. */
  readonly plan: string | undefined;
  readonly externalId: string | undefined;
}

/**
 * The roles that an environment's stacks assume in another account: those of the first environment of the platform
 * in that account that states one, else its own, where they are written with `{{account}}`. The region plays no
 * part in the choice, so that a move of an environment does not change what others assume.
 */
export function accountRoles(
  platform: Platform,
  environment: Environment,
  account: string,
): AccountRoles | undefined {
  const there = platform.environments.find(
    (other) => other.account === account && other.deployRoleArn !== undefined,
  );
  if (there?.deployRoleArn !== undefined) {
    return {
      deploy: there.deployRoleArn,
      plan: there.planRoleArn,
      externalId: there.deployRoleExternalId,
    };
  }
  const { deployRoleTemplate, planRoleTemplate, deployRoleExternalId: externalId, region } = environment;
  const deploy = filled(deployRoleTemplate, account, region);
  return deploy === undefined
    ? undefined
    : { deploy, plan: filled(planRoleTemplate, account, region), externalId };
}

/** A template with account, region and partition put in; undefined where one of them is not known. */
function filled(template: Text | undefined, account: string, region: string | undefined): string | undefined {
  const known: Readonly<Record<string, string | undefined>> = {
    account,
    region,
    partition: partitionOf(region),
  };
  const parts = template?.parts.map((part) => (typeof part === 'string' ? part : known[part.kind]));
  return parts?.every((part) => part !== undefined) === true ? parts.join('') : undefined;
}

/** The Terraform variable that holds the role for an account; without one, that of the stack's own provider. */
export function roleVariable(account?: string): string {
  return account === undefined ? 'aws_role_arn' : `aws_role_arn_${account}`;
}
