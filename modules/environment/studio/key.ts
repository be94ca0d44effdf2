import { kmsUse } from '../../../core/aws/actions';
import { encryptionKey, type EncryptionKey } from '../../../core/aws/key';
import type { PolicyStatement } from '../../../aws/iam/statement';
import { byUserId } from '../../../core/aws/principals';
import type { ModuleScope, Role } from '../../../core/module/scope';

/** The key of homes and volumes. `roles` use it, but only through the services that Studio keeps its files with. */
export function studioKey(scope: ModuleScope, alias: string, roles: readonly Role[]): EncryptionKey {
  const services = ['sagemaker', 'elasticfilesystem', 'ec2', 's3'].map(
    (service) => `${service}.${scope.region}.amazonaws.com`,
  );
  const { principals, conditions } = byUserId(roles);
  const through = (sid: string, actions: readonly string[], more = {}): PolicyStatement => ({
    sid,
    actions,
    resources: ['*'],
    principals,
    conditions: {
      ...conditions,
      StringEquals: { 'kms:CallerAccount': [scope.account], 'kms:ViaService': services },
      ...more,
    },
  });
  return encryptionKey(scope, 'studio', {
    alias,
    publishAt: 'studio/kms',
    statements: [
      through('Studio', [...kmsUse, 'kms:DescribeKey']),
      // Volumes keep a grant of their own.
      through('StudioGrants', ['kms:CreateGrant'], { Bool: { 'kms:GrantIsForAWSResource': 'true' } }),
    ],
  });
}
