import { DataAwsLakeformationDataLakeSettings } from '../../provider/aws';
import type { LakeformationDataLakeSettingsConfig } from '@cdktf/provider-aws/lib/lakeformation-data-lake-settings';
import type { Condition } from '../../provider/arguments';
import { call, codeOf, expression } from '../../provider/expression';
import type { ArgumentsOf, AttributesOf } from '../../provider/resource-type';
import type { DataAwsLakeformationDataLakeSettings as DataAwsLakeformationDataLakeSettingsMade } from '@cdktf/provider-aws/lib/data-aws-lakeformation-data-lake-settings';
import type { ModuleScope } from '../../module/scope';

/** What the account's settings are before Terraform writes them. */
export type ExistingSettings = AttributesOf<DataAwsLakeformationDataLakeSettingsMade>;

/** Reads the settings of the account and region. */
export function existingSettings(scope: ModuleScope): ExistingSettings {
  return scope.add(DataAwsLakeformationDataLakeSettings, 'existing', {});
}

/** Refuses to drop an administrator whom nobody named: the settings are written as a whole. */
export function nobodyIsDropped(existing: ExistingSettings, named: readonly string[]): Condition {
  const unnamed = call('setsubtract', call('tolist', existing.admins), named);
  const list = call('jsonencode', unnamed);
  return {
    condition: expression(`(${codeOf(call('length', unnamed))} < 1)`),
    errorMessage:
      'Lake Formation has administrators that the configuration does not name. To remove them, add the line ' +
      `droppedAdministrators: ${list}; to keep them, list them under lakeFormationAdminRoles.`,
  };
}

/** What this module does not configure stays as it is. */
export function kept(existing: ExistingSettings): Partial<ArgumentsOf<LakeformationDataLakeSettingsConfig>> {
  return {
    readOnlyAdmins: call('tolist', existing.readOnlyAdmins),
    trustedResourceOwners: existing.trustedResourceOwners,
    authorizedSessionTagValueList: existing.authorizedSessionTagValueList,
    externalDataFilteringAllowList: call('tolist', existing.externalDataFilteringAllowList),
    allowExternalDataFiltering: existing.allowExternalDataFiltering,
    allowFullTableExternalDataAccess: existing.allowFullTableExternalDataAccess,
  };
}
