import type { PrefixAccess } from '../../core/aws/bucket-access';
import type { Role } from '../../core/module/scope';
import type { TeamConfig } from './config';
import { assetRoot } from './names';

/** Where the team writes in its bucket. */
export const teamPrefixes = ['sagemaker', 'projects', 'athena-results'] as const;

/** Who works in a team. */
export interface People {
  readonly admins: readonly Role[];
  readonly executionRole: Role;
  readonly users: readonly Role[];
}

/** Who may do what in the bucket of the team; the tracking server, if there is one, reaches artifacts only. */
export function prefixAccess(
  { mlflow }: TeamConfig,
  who: People,
  trackingRole: Role | undefined,
): readonly PrefixAccess[] {
  const roles = [who.executionRole, ...who.users];
  return [
    { prefix: '/', level: 'super', roles: who.admins },
    ...teamPrefixes.map((prefix) => ({ prefix, level: 'readwrite' as const, roles })),
    // Clients of MLflow read and write artifacts themselves.
    ...(mlflow && trackingRole
      ? [
          {
            prefix: mlflow.artifactStorePrefix,
            level: 'readwrite' as const,
            roles: [...roles, trackingRole],
          },
        ]
      : []),
    { prefix: assetRoot, level: 'read', roles },
  ];
}
