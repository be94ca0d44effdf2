import { securityGroup } from '../security-group';
import type { StudioDomainConfig } from './config';
import { lifecycle } from './lifecycle';
import { studioNames, securityGroupPath } from './names';
import type { StudioDomainOptions } from './options';
import { userProfiles } from './profiles';
import { userSettings } from './user-settings';
import type { ModuleScope } from '../../module/scope';
import { SagemakerDomain } from '../../provider/aws';

export interface StudioDomain {
  readonly id: string;
  readonly arn: string;
  readonly vpcId: string;
  /** Names of user profiles, by user id. */
  readonly profiles: Readonly<Record<string, string>>;
}

/** A Studio domain in a VPC, with its security group, lifecycle configurations and user profiles. */
export function studioDomain(scope: ModuleScope, options: StudioDomainOptions): StudioDomain {
  const { config, executionRole, key, bucket, location } = options;
  const vpcId = scope.value(config.vpcId);
  const subnetIds = config.subnetIds.map((id) => scope.value(id));
  const group = config.securityGroupId
    ? scope.value(config.securityGroupId)
    : ownSecurityGroup(scope, config, vpcId);
  const domain = scope.add(
    SagemakerDomain,
    'domain',
    {
      domainName: studioNames(scope.names).domain,
      authMode: config.authMode,
      appNetworkAccessType: 'VpcOnly',
      vpcId,
      subnetIds,
      kmsKeyId: key.id,
      defaultUserSettings: userSettings(scope, config.defaultUserSettings, {
        executionRole: executionRole.arn,
        securityGroup: group,
        lifecycle: lifecycle(scope, config, location, bucket.name),
      }),
      ...(options.sharedSpaces === true && {
        defaultSpaceSettings: { executionRole: executionRole.arn, securityGroups: [group] },
      }),
      // CloudTrail shows the profile as source identity of what its apps do.
      domainSettings: { executionRoleIdentityConfig: 'USER_PROFILE_NAME' },
      retentionPolicy: { homeEfsFileSystem: scope.protection.allowDataLoss ? 'Delete' : 'Retain' },
      // A change of it would replace the domain: what it was made with counts.
      lifecycle: { ignoreChanges: ['retention_policy'] },
      dependsOn: [bucket.policy],
    },
    { protect: true },
  );
  scope.publish('domain/id', domain.id);
  scope.publish('domain/vpc-id', vpcId);
  scope.publish('domain/subnet-ids', subnetIds.join(','));
  return { id: domain.id, arn: domain.arn, vpcId, profiles: userProfiles(scope, options, domain.id) };
}

function ownSecurityGroup(scope: ModuleScope, config: StudioDomainConfig, vpcId: string): string {
  return securityGroup(scope, 'studio', {
    name: studioNames(scope.names).securityGroup,
    description: 'Apps of SageMaker Studio',
    vpcId,
    ingress: config.securityGroupIngress,
    egress: config.securityGroupEgress,
    selfReference: true,
    publishAt: securityGroupPath(scope.names),
  });
}
