import { DataAwsLakeformationDataLakeSettings } from '@cdktf/provider-aws/lib/data-aws-lakeformation-data-lake-settings';
import type { LakeformationDataLakeSettingsConfig } from '@cdktf/provider-aws/lib/lakeformation-data-lake-settings';
import { Fn, Op, Token, type Precondition } from 'cdktf';
import type { ModuleScope } from '../../module/scope';

/** What the account's settings are before Terraform writes them. */
export type ExistingSettings = DataAwsLakeformationDataLakeSettings;

/** Reads the settings of the account and region. */
export function existingSettings(scope: ModuleScope): ExistingSettings {
  return scope.add(DataAwsLakeformationDataLakeSettings, 'existing', {});
}

/** Refuses to drop an administrator whom nobody named: the settings are written as a whole. */
export function nobodyIsDropped(existing: ExistingSettings, named: readonly string[]): Precondition {
  const unnamed = Fn.setsubtract(existing.admins, [...named]);
  const list = Token.asString(Fn.jsonencode(unnamed));
  return {
    // CDKTF renders a zero as `undefined`.
    condition: Op.lt(Fn.lengthOf(unnamed), 1),
    errorMessage:
      'Lake Formation has administrators that the configuration does not name. To remove them, add the line ' +
      `droppedAdministrators: ${list}; to keep them, list them under lakeFormationAdminRoles.`,
  };
}

/** What this module does not configure stays as it is. */
export function kept(existing: ExistingSettings): Partial<LakeformationDataLakeSettingsConfig> {
  return {
    readOnlyAdmins: existing.readOnlyAdmins,
    trustedResourceOwners: existing.trustedResourceOwners,
    authorizedSessionTagValueList: existing.authorizedSessionTagValueList,
    externalDataFilteringAllowList: existing.externalDataFilteringAllowList,
    allowExternalDataFiltering: existing.allowExternalDataFiltering,
    allowFullTableExternalDataAccess: existing.allowFullTableExternalDataAccess,
  };
}
