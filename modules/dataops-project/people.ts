import { serviceRole } from '../../core/aws/role';
import { trustInService } from '../../core/aws/trust';
import type { ModuleScope, Role } from '../../core/module/scope';
import type { DataopsProjectConfig } from './config';
import { projectNames } from './names';

/** Who works in a project. */
export interface People {
  readonly admins: readonly Role[];
  readonly engineers: readonly Role[];
  readonly executors: readonly Role[];
  /** What Lake Formation reads and writes the registered folder as. */
  readonly lakeFormation: Role;
}

/** The roles of the configuration, and the one that Lake Formation uses. */
export function people(scope: ModuleScope, config: DataopsProjectConfig): People {
  return {
    admins: config.dataAdminRoles.map((reference) => scope.role(reference)),
    engineers: config.dataEngineerRoles.map((reference) => scope.role(reference)),
    executors: config.projectExecutionRoles.map((reference) => scope.role(reference)),
    lakeFormation: serviceRole(scope, 'lake-formation', {
      name: projectNames(scope.names).lakeFormationRole,
      trust: [trustInService('lakeformation.amazonaws.com', { account: scope.account })],
      publishAt: 'role/lake-formation',
    }),
  };
}

/** Everybody. */
export function all({ admins, engineers, executors, lakeFormation }: People): readonly Role[] {
  return [...admins, ...engineers, ...executors, lakeFormation];
}
