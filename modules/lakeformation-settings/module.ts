import { lakeFormationSettings } from '../../core/aws/lake-formation-settings/settings';
import type { ModuleScope } from '../../core/module/scope';
import type { LakeFormationSettingsConfig } from './config';
import { dataZoneRole } from './datazone-role';

/** The settings, written as a whole: administrators from everywhere, defaults, sharing. */
export function build(scope: ModuleScope, config: LakeFormationSettingsConfig): void {
  const roles = config.lakeFormationAdminRoles.map((role) => scope.role(role).arn);
  const dataZone = config.createDataZoneAdminRole
    ? [dataZoneRole(scope, config.dataZoneAdminTrustAccounts)]
    : [];
  lakeFormationSettings(scope, {
    administrators: [...roles, ...dataZone],
    dropped: config.droppedAdministrators.map((arn) => scope.value(arn)),
    crossAccountVersion: config.crossAccountVersion,
    iamAllowedPrincipalsDefault: config.iamAllowedPrincipalsDefault,
  });
}
