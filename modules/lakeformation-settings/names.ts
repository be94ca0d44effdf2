import type { Names } from '../../core/naming/names';

/** Name of the role that DataZone manages access with. */
export function dataZoneRoleName(names: Names): string {
  return names.resource('datazone-manage-access', 64);
}

/** Where the role is published besides, the same in every organization. */
export const dataZoneRoleParameter = '/lakeformation-settings/datazone-manage-access-role-arn';
