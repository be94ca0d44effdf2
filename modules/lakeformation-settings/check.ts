import type { ModuleFinding } from '../../core/module/define-module';
import { isDeployRole } from '../../core/platform/role-identity';
import type { LakeFormationSettingsConfig } from './config';

type Path = readonly (string | number)[];

/** The CDK's role, trust without a role to trust, and what is left out. */
export function checkSettings(config: LakeFormationSettingsConfig): readonly ModuleFinding[] {
  return [
    ...(config.createCdkLFAdmin ? [deployerInstead(['createCdkLFAdmin'])] : []),
    ...config.lakeFormationAdminRoles.flatMap((role, index) =>
      isDeployRole(role) ? [deployerInstead(['lakeFormationAdminRoles', index])] : [],
    ),
    ...(config.dataZoneAdminTrustAccounts.length > 0 && !config.createDataZoneAdminRole
      ? [trustWithoutRole()]
      : []),
    ...(config.iamIdentityCenter ? [identityCenter()] : []),
  ];
}

function deployerInstead(path: Path): ModuleFinding {
  return {
    severity: 'note',
    code: 'TL603',
    message: 'no CDK deploys here: the identity that runs Terraform is an administrator instead',
    help: 'Nothing has to be done.',
    path,
  };
}

function trustWithoutRole(): ModuleFinding {
  return {
    severity: 'warning',
    code: 'TL208',
    message: 'no role is made that these accounts could assume',
    help: 'Add `createDataZoneAdminRole: true`, or leave the accounts out.',
    path: ['dataZoneAdminTrustAccounts'],
  };
}

function identityCenter(): ModuleFinding {
  return {
    severity: 'error',
    code: 'TL601',
    message: 'iamIdentityCenter is left out of Terralake',
    help: 'Connect Lake Formation and IAM Identity Center once by hand: `aws lakeformation create-lake-formation-identity-center-configuration`.',
    path: ['iamIdentityCenter'],
  };
}
