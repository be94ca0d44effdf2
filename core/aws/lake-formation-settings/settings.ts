import { LakeformationDataLakeSettings } from '@cdktf/provider-aws/lib/lakeformation-data-lake-settings';
import type { ModuleScope } from '../../module/scope';
import { defaultPermissions, defaultsLifecycle } from './defaults';
import { existingSettings, kept, nobodyIsDropped } from './existing';

export interface SettingsOptions {
  /** ARNs; the deploying identity always is one besides. */
  readonly administrators: readonly string[];
  /** ARNs of administrators that exist in the account and are to be removed. */
  readonly dropped: readonly string[];
  readonly crossAccountVersion: string;
  /** Whoever IAM allows gets everything on new databases and tables. */
  readonly iamAllowedPrincipalsDefault: boolean;
}

/** Lake Formation's settings of an account and region, written as a whole; nobody and nothing is dropped silently. */
export function lakeFormationSettings(scope: ModuleScope, options: SettingsOptions): void {
  const existing = existingSettings(scope);
  const contributed = scope.contributions('lake formation settings');
  const admins = [...new Set([scope.deployer, ...options.administrators, ...contributed])];
  scope.add(
    LakeformationDataLakeSettings,
    'settings',
    {
      ...kept(existing),
      ...defaultPermissions(options.iamAllowedPrincipalsDefault),
      admins,
      parameters: { CROSS_ACCOUNT_VERSION: options.crossAccountVersion },
      lifecycle: {
        precondition: [nobodyIsDropped(existing, [...admins, ...options.dropped])],
        ...defaultsLifecycle(scope, options.iamAllowedPrincipalsDefault),
      },
    },
    { owns: 'lake formation settings' },
  );
}
