import { LakeformationDataLakeSettings } from '../../provider/aws';
import type { ModuleScope } from '../../module/scope';
import { defaultPermissions, defaultsLifecycle } from './defaults';
import { existingSettings, kept, nobodyIsDropped } from './existing';

export interface SettingsOptions {
  /** ARNs; the deploying identity always is one besides. */
  readonly administrators: readonly Administrator[];
  /** ARNs of administrators that exist in the account and are to be removed. */
  readonly dropped: readonly string[];
  readonly crossAccountVersion: string;
  /** Whoever IAM allows gets everything on new databases and tables. */
  readonly iamAllowedPrincipalsDefault: boolean;
}

/**
 * An administrator: its ARN, and the same in a form that may stand in a function. CDKTF cannot have texts with
 * references inside functions: it warns, and may write them wrong.
 */
export type Administrator = string | { readonly arn: string; readonly known: string };

/** Lake Formation's settings of an account and region, written as a whole; nobody and nothing is dropped silently. */
export function lakeFormationSettings(scope: ModuleScope, options: SettingsOptions): void {
  const existing = existingSettings(scope);
  const contributed = scope.contributions('lake formation settings');
  const everybody = [...new Set([scope.deployer, ...options.administrators, ...contributed])];
  const admins = everybody.map((one) => (typeof one === 'string' ? one : one.arn));
  const known = everybody.map((one) => (typeof one === 'string' ? one : one.known));
  scope.add(
    LakeformationDataLakeSettings,
    'settings',
    {
      ...kept(existing),
      ...defaultPermissions(options.iamAllowedPrincipalsDefault),
      admins,
      parameters: { CROSS_ACCOUNT_VERSION: options.crossAccountVersion },
      lifecycle: {
        precondition: [nobodyIsDropped(existing, [...known, ...options.dropped])],
        ...defaultsLifecycle(scope, options.iamAllowedPrincipalsDefault),
      },
    },
    { owns: 'lake formation settings' },
  );
}
