import { IamRolePolicyAttachment } from '../../core/provider/aws';
import { serviceRole } from '../../core/aws/role';
import { trustInService } from '../../core/aws/trust';
import type { ModuleScope } from '../../core/module/scope';
import { dataZoneRoleName, dataZoneRoleParameter } from './names';

const key = 'datazone-manage-access';

/** The role that DataZone manages access with, for domains of this account and of those; returns its ARN. */
export function dataZoneRole(scope: ModuleScope, trustAccounts: readonly string[]): string {
  const accounts = [...new Set([scope.account, ...trustAccounts])];
  const role = serviceRole(scope, key, {
    name: dataZoneRoleName(scope.names),
    trust: accounts.map((account) => trustInService('datazone.amazonaws.com', { account })),
    publishAt: `role/${key}`,
  });
  scope.add(IamRolePolicyAttachment, key, {
    role: role.name,
    policyArn: `arn:${scope.partition}:iam::aws:policy/service-role/AmazonDataZoneGlueManageAccessRolePolicy`,
  });
  scope.publish(dataZoneRoleParameter, role.arn, { absolute: true });
  return role.arn;
}
