import { resource, synthFiles, synthModule } from '../../support/synth';
import { deployer, made, role, roleArn, settings } from './settings';

async function synth(added: Record<string, unknown> = {}, setting = {}) {
  return (await synthModule('lakeformation-settings', settings(added), setting)).json;
}

const existing = 'data.aws_lakeformation_data_lake_settings.test-module__existing';

test('administrators that exist are compared with all that are named', async () => {
  const json = await synth({ droppedAdministrators: [roleArn('old')] });
  expect(json.data?.aws_lakeformation_data_lake_settings).toHaveProperty('test-module__existing');
  const [{ condition, error_message: message }] = made(json).lifecycle.precondition;
  const unnamed = `setsubtract(tolist(${existing}.admins), [terraform_data.deployer.output, "${roleArn('admin')}", "${roleArn('old')}"])`;
  expect(condition).toBe(`\${(length(${unnamed}) < 1)}`);
  expect(message).toContain(`droppedAdministrators: \${jsonencode(${unnamed})}`);
});

test('no defaults are written where there are to be none, and none may be there', async () => {
  const { lifecycle, ...block } = made(await synth());
  expect(block).not.toHaveProperty('create_database_default_permissions');
  expect(block).not.toHaveProperty('create_table_default_permissions');
  expect(lifecycle.replace_triggered_by).toEqual([
    'terraform_data.test-module__iam-allowed-principals-default',
  ]);
  expect(lifecycle.postcondition).toHaveLength(1);
});

test('what nobody configures is written as it was', async () => {
  const block = made(await synth());
  for (const key of [
    'read_only_admins',
    'trusted_resource_owners',
    'authorized_session_tag_value_list',
    'external_data_filtering_allow_list',
    'allow_external_data_filtering',
    'allow_full_table_external_data_access',
  ]) {
    expect(block[key]).toContain(`${existing}.${key}`);
  }
});

test('the role of the CDK means the deploying identity, with a note at its place', async () => {
  const cdk = { name: 'cdk-hnb659fds-cfn-exec-role-{{account}}-{{region}}' };
  const { json, diagnostics } = await synthModule(
    'lakeformation-settings',
    settings({ lakeFormationAdminRoles: [role('admin'), cdk] }),
  );
  expect(made(json).admins).toEqual([deployer, roleArn('admin')]);
  expect(diagnostics.filter(({ code }) => code === 'TL603').map(({ severity }) => severity)).toEqual([
    'note',
  ]);
});

test('a deploy role that is stated is the administrator', async () => {
  const environment = { deployRoleArn: roleArn('deploy') };
  expect(made(await synth({}, { environment })).admins).toEqual([roleArn('deploy'), roleArn('admin')]);
});

test('deploy roles of other environments in the account are administrators too', async () => {
  const environment = (deployRole: string, modules: object) => ({
    environments: {
      dev: { account: '111111111111', region: 'eu-west-1', deployRoleArn: roleArn(deployRole), modules },
    },
  });
  const own = { 'test-module': { module_path: 'lakeformation-settings', module_config_data: settings() } };
  const { stack } = await synthFiles({
    'mdaa.yaml': {
      organization: 'test-org',
      domains: {
        own: environment('deploy', own),
        other: environment('other-deploy', { roles: { module_path: 'roles' } }),
      },
    },
  });
  expect(made(stack('own-dev')).admins).toEqual(['deploy', 'admin', 'other-deploy'].map(roleArn));
});

test('a generated role is an administrator by its ARN, though only its id is referred to', async () => {
  const modules = {
    roles: {
      module_path: 'roles',
      module_config_data: { generateRoles: { 'data-admin': { trustedPrincipal: 'this_account' } } },
    },
  };
  const json = await synth(
    { lakeFormationAdminRoles: [{ id: 'generated-role-id:data-admin' }] },
    { modules },
  );
  expect(made(json).admins).toEqual([deployer, '${aws_iam_role.roles__role__data-admin.arn}']);
});

test('DataZone is trusted for its accounts', async () => {
  const json = await synth({ createDataZoneAdminRole: true });
  const { assume_role_policy: text } = resource(json, 'aws_iam_role');
  expect(text).toContain('datazone.amazonaws.com');
  expect(JSON.parse(text).Statement).toHaveLength(1);
});

test('accounts without a role to assume are warned of', async () => {
  const { diagnostics } = await synthModule(
    'lakeformation-settings',
    settings({ dataZoneAdminTrustAccounts: ['222222222222'] }),
  );
  expect(diagnostics.filter(({ code }) => code === 'TL208').map(({ severity }) => severity)).toEqual([
    'warning',
  ]);
});

test('the settings have one owner in an account and region', async () => {
  const modules = { more: { module_path: 'lakeformation-settings', module_config_data: settings() } };
  await expect(synth({}, { modules })).rejects.toMatchObject({
    diagnostics: expect.arrayContaining([expect.objectContaining({ code: 'TL403' })]),
  });
});

test('databases of the stack wait for the settings', async () => {
  const modules = { audit: { module_path: 'audit' } };
  const json = await synth({}, { modules });
  expect(resource(json, 'aws_glue_catalog_database').depends_on).toContain(
    'aws_lakeformation_data_lake_settings.test-module__settings',
  );
});
