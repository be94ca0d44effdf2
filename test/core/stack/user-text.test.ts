import { synthFiles } from '../../support/synth';

test('tags and the boundary of roles are text, not templates of Terraform', async () => {
  const { stack } = await synthFiles({
    'mdaa.yaml': {
      organization: 'test-org',
      tag_config_data: { 'a${x}': '${aws_x.y} %{ if }' },
      domains: {
        d: {
          environments: {
            e: {
              account: '111111111111',
              region: 'eu-west-1',
              permissions_boundary_arn: 'arn:aws:iam::111111111111:policy/${x}',
              modules: {
                roles: {
                  module_path: 'roles',
                  tag_config_data: { own: '${own}' },
                  module_config_data: {
                    createPersonaManagedPolicies: false,
                    generateRoles: { guest: { trustedPrincipal: 'this_account' } },
                  },
                },
              },
            },
          },
        },
      },
    },
  });
  const json = stack('d-e');
  expect(json.provider?.aws?.[0]?.default_tags).toMatchObject([
    { tags: { 'a$${x}': '$${aws_x.y} %%{ if }' } },
  ]);
  const [role] = Object.values(json.resource?.aws_iam_role ?? {});
  expect(role?.tags).toMatchObject({ own: '$${own}' });
  expect(role?.permissions_boundary).toBe('arn:aws:iam::111111111111:policy/$${x}');
});

test('a boundary may name the account that only Terraform knows', async () => {
  const modules = {
    roles: {
      module_path: 'roles',
      module_config_data: {
        createPersonaManagedPolicies: false,
        generateRoles: { guest: { trustedPrincipal: 'this_account' } },
      },
    },
  };
  const { stack } = await synthFiles({
    'mdaa.yaml': {
      organization: 'test-org',
      permissions_boundary_arn: 'arn:{{partition}}:iam::{{account}}:policy/bound',
      domains: { d: { environments: { e: { account: 'default', region: 'eu-west-1', modules } } } },
    },
  });
  const [role] = Object.values(stack('d-e').resource?.aws_iam_role ?? {});
  expect(role?.permissions_boundary).toBe(
    'arn:aws:iam::${data.aws_caller_identity.current.account_id}:policy/bound',
  );
});
