import { parameters, synthModule } from '../../support/synth';
import { reading, roles } from './roles';

const config = roles({
  generatePolicies: { Reads: { policyDocument: reading() } },
  generateRoles: { 'Data-Admin': { trustedPrincipal: 'this_account' } },
});

test('roles are published for their domain, and by module', async () => {
  const { json } = await synthModule('roles', config);
  const own = '/test-org/test-domain/test-module';
  const contract = '/test-org/test-domain/generated-role/data-admin';
  const role = 'aws_iam_role.test-module__role__Data-Admin';
  const policy = 'aws_iam_policy.test-module__policy__Reads';
  expect(parameters(json)).toEqual({
    [`${contract}/arn`]: `\${${role}.arn}`,
    [`${contract}/id`]: `\${${role}.unique_id}`,
    [`${own}/role/data-admin/arn`]: `\${${role}.arn}`,
    [`${own}/role/data-admin/id`]: `\${${role}.unique_id}`,
    [`${own}/role/data-admin/name`]: `\${${role}.name}`,
    [`${own}/managed-policy/reads/arn`]: `\${${policy}.arn}`,
    [`${own}/managed-policy/reads/name`]: `\${${policy}.name}`,
  });
});

test('the base policies are published with the others', async () => {
  const { json } = await synthModule('roles', {});
  const published = Object.keys(parameters(json));
  expect(published).toHaveLength(16);
  expect(published).toContain('/test-org/test-domain/test-module/managed-policy/data-admin-base-policy/arn');
});
