import { managedPolicy } from '../../../core/aws/managed-policy';
import { serviceRole } from '../../../core/aws/role';
import type { ModuleScope } from '../../../core/module/scope';
import { existingPivotRole, type ExistingPivotRole } from './existing-role';
import { pivotDescription, pivotSessionSeconds } from './session';
import { pivotStatements, type PivotReach } from './statements';
import { iamArn } from './statements/facts';
import { pivotTrust, type PivotTrust } from './trust';

/** A pivot role that the environment makes. Strings are Terraform strings. */
export interface NewPivotRole {
  readonly create: true;
  /** Ends with the region: an account can hold environments in several. Its policies are named after it. */
  readonly name: string;
  readonly trust: PivotTrust;
  readonly facts: PivotReach;
  /** The permissions boundary of the environment's roles. */
  readonly boundaryArn: string | undefined;
}

/** What others name a pivot role by. */
export interface PivotRole {
  /**
   * Known to plans before the role is made, and what names it waits for the role. Nothing that names it is replaced
   * when another role takes over.
   */
  readonly arn: string;
  readonly name: string;
}

/** The role that the central account takes: made, or looked up and checked. Published as `role/pivot`. */
export function pivotRole(scope: ModuleScope, options: NewPivotRole | ExistingPivotRole): PivotRole {
  return options.create ? newPivotRole(scope, options) : adopted(scope, options);
}

function newPivotRole(scope: ModuleScope, { name, trust, facts, boundaryArn }: NewPivotRole): PivotRole {
  const role = serviceRole(scope, 'pivot', {
    name,
    description: pivotDescription,
    trust: pivotTrust(scope, trust),
    maxSessionDuration: pivotSessionSeconds,
    boundaryArn,
    publishAt: 'role/pivot',
  });
  // The literal ARN: the policies are packed as they are declared, where nothing is made yet.
  const roleArn = iamArn(scope, `role/${name}`);
  managedPolicy(scope, 'pivot', {
    name,
    statements: pivotStatements({ ...facts, location: scope, roleArn, roleName: name, boundaryArn }),
    attachTo: [role],
  });
  return { arn: iamArn(scope, `role/${role.name}`), name: role.name };
}

function adopted(scope: ModuleScope, options: ExistingPivotRole): PivotRole {
  const { roleArn: arn } = options;
  const { uniqueId: id, name } = existingPivotRole(scope, options);
  scope.publishRole('role/pivot', { arn, uniqueId: id, name }, { withName: true });
  return { arn, name };
}
