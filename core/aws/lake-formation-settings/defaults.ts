import type { LakeformationDataLakeSettingsConfig } from '@cdktf/provider-aws/lib/lakeformation-data-lake-settings';
import type { Lifecycle } from '../../provider/arguments';
import type { ModuleScope } from '../../module/scope';
import { TerraformData } from '../../provider/terraform';

type Defaults = Pick<
  LakeformationDataLakeSettingsConfig,
  'createDatabaseDefaultPermissions' | 'createTableDefaultPermissions'
>;

/** What new databases and tables are granted: everything to whoever IAM allows, or nothing to anybody. */
export function defaultPermissions(iamAllowedPrincipals: boolean): Defaults {
  const everything = [{ principal: 'IAM_ALLOWED_PRINCIPALS', permissions: ['ALL'] }];
  return iamAllowedPrincipals
    ? { createDatabaseDefaultPermissions: everything, createTableDefaultPermissions: everything }
    : {};
}

/**
 * The provider takes "no defaults" for "whatever they are now": only a replacement empties them. So a switch
 * replaces the settings, and defaults that are there although there should be none are an error.
 */
export function defaultsLifecycle(
  scope: ModuleScope,
  iamAllowedPrincipals: boolean,
): Pick<Lifecycle, 'replaceTriggeredBy' | 'postcondition'> {
  const chosen = scope.add(TerraformData, 'iam-allowed-principals-default', {
    input: { iamAllowedPrincipals },
  });
  const none = ['database', 'table'].map((kind) => `length(self.create_${kind}_default_permissions) == 0`);
  return {
    replaceTriggeredBy: [chosen],
    ...(!iamAllowedPrincipals && {
      postcondition: [
        {
          condition: `\${${none.join(' && ')}}`,
          errorMessage:
            'Lake Formation grants new databases or tables to whoever IAM allows, although iamAllowedPrincipalsDefault ' +
            'is false. Apply once more with -replace= and the address of these settings.',
        },
      ],
    }),
  };
}
