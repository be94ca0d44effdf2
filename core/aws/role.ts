import { IamRole } from '../provider/aws';
import type { AddressKey, ModuleScope, Role } from '../module/scope';
import type { Names } from '../naming/names';
import type { PolicyStatement } from '../../aws/iam/statement';

export interface ServiceRoleOptions {
  readonly name: string;
  /** Who may assume the role. */
  readonly trust: readonly PolicyStatement[];
  readonly description?: string;
  /** Where `arn`, `id` and `name` are published, such as `role/lake-formation`. @default nowhere */
  readonly publishAt?: string;
  /** The names to publish under, for a part of the module. @default the module's */
  readonly names?: Names;
  /** How long a session may last, in seconds. @default AWS's, an hour */
  readonly maxSessionDuration?: number;
  /** ARN of the permissions boundary. @default the module's `permissions_boundary_arn` */
  readonly boundaryArn?: string | undefined;
}

/** A role that the module makes. */
export function serviceRole(scope: ModuleScope, key: AddressKey, options: ServiceRoleOptions): Role {
  const { name, trust, description, publishAt, names, maxSessionDuration, boundaryArn } = options;
  const role = scope.add(IamRole, key, {
    name,
    ...(description !== undefined && { description }),
    ...(maxSessionDuration !== undefined && { maxSessionDuration }),
    ...(boundaryArn !== undefined && { permissionsBoundary: boundaryArn }),
    assumeRolePolicy: scope.policy(trust, { kind: 'trust policy', of: `role ${name}` }),
  });
  if (publishAt !== undefined)
    scope.publishRole(publishAt, role, { withName: true, ...(names && { names }) });
  const ownKey = [scope.module, key].flat().join('-');
  return { key: ownKey, id: role.uniqueId, arn: role.arn, name: role.name, immutable: false };
}
