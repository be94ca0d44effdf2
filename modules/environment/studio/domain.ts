import { SagemakerDomain } from '../../../core/provider/aws';
import { serviceRole } from '../../../core/aws/role';
import { trustInService } from '../../../core/aws/trust';
import { securityGroup } from '../../../core/aws/security-group';
import type { EncryptionKey } from '../../../core/aws/key';
import type { ModuleScope, Role } from '../../../core/module/scope';

/**
 * The role that a domain must have. It may do nothing: the apps of a user run with the role of the user's team, and
 * spaces for several are not made, so full access to SageMaker and S3, as data.all gives it, would serve nobody.
 */
export function domainRole(scope: ModuleScope, name: string): Role {
  return serviceRole(scope, ['studio', 'domain'], {
    name,
    description: 'SageMaker Studio; its users work with the roles of their teams',
    trust: [trustInService('sagemaker.amazonaws.com', { account: scope.account })],
  });
}

/** What a domain is made of. Strings are Terraform strings. */
export interface DomainOptions {
  readonly name: string;
  readonly securityGroup: string;
  readonly role: Role;
  readonly key: EncryptionKey;
  readonly vpcId: string;
  /** An expression that is a list. */
  readonly subnetIds: string;
}

/** The Studio domain, in the VPC only; returns its id. */
export function studioDomain(scope: ModuleScope, options: DomainOptions): string {
  const { name, role, key, vpcId } = options;
  const group = securityGroup(scope, ['studio', 'domain'], {
    name: options.securityGroup,
    description: 'Security Group for SageMaker Studio',
    vpcId,
    selfReference: true,
    publishAt: 'studio/security-group',
  });
  const domain = scope.add(
    SagemakerDomain,
    'studio',
    {
      domainName: name,
      authMode: 'IAM',
      appNetworkAccessType: 'VpcOnly',
      vpcId,
      subnetIds: [],
      kmsKeyId: key.id,
      defaultUserSettings: {
        executionRole: role.arn,
        securityGroups: [group],
        // What one shares lies in a folder of S3 that all who share read and write: teams have folders of their own.
        sharingSettings: { notebookOutputOption: 'Disabled' },
      },
      retentionPolicy: { homeEfsFileSystem: scope.protection.allowDataLoss ? 'Delete' : 'Retain' },
      // A change of it would replace the domain: what it was made with counts.
      lifecycle: { ignoreChanges: ['retention_policy'] },
    },
    { protect: true, raw: { subnet_ids: options.subnetIds } },
  );
  scope.publish('studio/domain-id', domain.id);
  return domain.id;
}
