import { lakeFormationSettings } from '../../../modules/lakeformation-settings';
import { testOptions } from '../../support/options';
import { policy, resource } from '../../support/synth';
import { deployer, made, role, roleArn, settings } from './settings';

testOptions(lakeFormationSettings, {
  lakeFormationAdminRoles: {
    config: settings({ lakeFormationAdminRoles: [role('boss'), role('owner'), role('boss')] }),
    expect: (json) => expect(made(json).admins).toEqual([deployer, roleArn('boss'), roleArn('owner')]),
  },
  iamAllowedPrincipalsDefault: {
    config: settings({ iamAllowedPrincipalsDefault: true }),
    expect: (json) => {
      const everything = [{ principal: 'IAM_ALLOWED_PRINCIPALS', permissions: ['ALL'] }];
      expect(made(json)).toMatchObject({
        create_database_default_permissions: everything,
        create_table_default_permissions: everything,
      });
      expect(made(json).lifecycle.postcondition).toBeUndefined();
    },
  },
  createCdkLFAdmin: { config: settings({ createCdkLFAdmin: true }), code: 'TL603' },
  crossAccountVersion: {
    config: settings({ crossAccountVersion: '3' }),
    expect: (json) => expect(made(json).parameters).toEqual({ CROSS_ACCOUNT_VERSION: '3' }),
  },
  createDataZoneAdminRole: {
    config: settings({ createDataZoneAdminRole: true }),
    expect: (json) => {
      expect(made(json).admins).toContain('${aws_iam_role.test-module__datazone-manage-access.arn}');
      expect(resource(json, 'aws_iam_role_policy_attachment').policy_arn).toBe(
        'arn:aws:iam::aws:policy/service-role/AmazonDataZoneGlueManageAccessRolePolicy',
      );
    },
  },
  dataZoneAdminTrustAccounts: {
    config: settings({
      createDataZoneAdminRole: true,
      dataZoneAdminTrustAccounts: ['222222222222', '111111111111'],
    }),
    expect: (json) =>
      expect(
        policy(resource(json, 'aws_iam_role').assume_role_policy).Statement.map(
          ({ Condition }) => Condition.StringEquals['aws:SourceAccount'] as string,
        ),
      ).toEqual(['111111111111', '222222222222']),
  },
  iamIdentityCenter: { config: settings({ iamIdentityCenter: { instanceId: 'ssoins-1' } }), code: 'TL601' },
  droppedAdministrators: {
    config: settings({ droppedAdministrators: [roleArn('old')] }),
    expect: (json) => {
      expect(made(json).admins).not.toContain(roleArn('old'));
      expect(made(json).lifecycle.precondition[0].condition).toContain(`"${roleArn('old')}"`);
    },
  },
});
