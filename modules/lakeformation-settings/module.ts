import { LakeformationDataLakeSettings } from '@cdktf/provider-aws/lib/lakeformation-data-lake-settings';
import type { ModuleScope } from '../../core/module/scope';
import type { LakeFormationSettingsConfig } from './config';
import { dataZoneRole } from './datazone-role';
import { defaultPermissions, defaultsLifecycle } from './defaults';
import { existingSettings, kept, nobodyIsDropped } from './existing';

/** The settings, written as a whole: administrators from everywhere, defaults, sharing. */
export function build(scope: ModuleScope, config: LakeFormationSettingsConfig): void {
  const existing = existingSettings(scope);
  const admins = administrators(scope, config);
  const dropped = config.droppedAdministrators.map((arn) => scope.value(arn));
  scope.add(
    LakeformationDataLakeSettings,
    'settings',
    {
      ...kept(existing),
      ...defaultPermissions(config.iamAllowedPrincipalsDefault),
      admins: [...admins],
      parameters: { CROSS_ACCOUNT_VERSION: config.crossAccountVersion },
      lifecycle: {
        precondition: [nobodyIsDropped(existing, [...admins, ...dropped])],
        ...defaultsLifecycle(scope, config.iamAllowedPrincipalsDefault),
      },
    },
    { owns: 'lake formation settings' },
  );
}

function administrators(scope: ModuleScope, config: LakeFormationSettingsConfig): readonly string[] {
  const roles = config.lakeFormationAdminRoles.map((role) => scope.role(role).arn);
  const dataZone = config.createDataZoneAdminRole
    ? [dataZoneRole(scope, config.dataZoneAdminTrustAccounts)]
    : [];
  return [
    ...new Set([scope.deployer, ...roles, ...scope.contributions('lake formation settings'), ...dataZone]),
  ];
}
