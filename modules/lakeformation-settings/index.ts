import { defineModule } from '../../core/module/define-module';
import { checkSettings } from './check';
import { lakeFormationSettingsConfig } from './config';
import { dataZoneRoleName, dataZoneRoleParameter } from './names';
import { build } from './module';

/** Lake Formation's settings of an account and region. */
export const lakeFormationSettings = defineModule({
  name: 'lakeformation-settings',
  summary: 'Lake Formation administrators, and what new databases and tables start with',
  config: lakeFormationSettingsConfig,
  declares: ({ createDataZoneAdminRole }, names) => ({
    claims: ['lake formation settings'],
    ...(createDataZoneAdminRole && {
      publishes: [
        ...['arn', 'id', 'name'].map((facet) => names.path(`role/datazone-manage-access/${facet}`)),
        dataZoneRoleParameter,
      ],
      names: [{ kind: 'iam role', name: dataZoneRoleName(names) }],
    }),
  }),
  check: checkSettings,
  build,
});
