import { parameters, synthModule } from '../../support/synth';
import { document, withRole } from './roles';

const own = '/test-org/test-domain/test-module';

test('a role is published under the module, and under the domain in lower case', async () => {
  const { json } = await synthModule('roles', {
    createPersonaManagedPolicies: false,
    generateRoles: { 'Data-Admin': { trustedPrincipal: 'this_account' } },
  });
  const made = (facet: string) => `\${aws_iam_role.test-module__role__Data-Admin.${facet}}`;
  expect(parameters(json)).toEqual({
    [`${own}/role/data-admin/arn`]: made('arn'),
    [`${own}/role/data-admin/id`]: made('unique_id'),
    [`${own}/role/data-admin/name`]: made('name'),
    '/test-org/test-domain/generated-role/data-admin/arn': made('arn'),
    '/test-org/test-domain/generated-role/data-admin/id': made('unique_id'),
  });
});

test('policies are published, base policies too', async () => {
  const { json } = await synthModule('roles', {
    generatePolicies: { reading: { policyDocument: document('s3:ListAllMyBuckets') } },
  });
  const policies = [
    'reading',
    ...['analytics', 'datalake', 'dataops', 'datascience', 'utility'].map((name) => `${name}-basic-policy`),
    ...['admin', 'engineer', 'scientist'].map((name) => `data-${name}-base-policy`),
  ];
  expect(Object.keys(parameters(json)).sort()).toEqual(
    policies
      .flatMap((name) => ['arn', 'name'].map((facet) => `${own}/managed-policy/${name}/${facet}`))
      .sort(),
  );
});

test('each part of a policy that had to be split is published', async () => {
  const Statement = ['a', 'b', 'c'].map((name) => ({
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: Array.from({ length: 30 }, (_, index) => `arn:aws:s3:::${name.repeat(50)}-${String(index)}/*`),
  }));
  const { json } = await synthModule(
    'roles',
    withRole(
      { generatedPolicies: ['large'] },
      { generatePolicies: { large: { policyDocument: { Statement } } } },
    ),
  );
  const published = Object.keys(parameters(json)).filter((path) => path.includes('managed-policy'));
  expect(published.sort()).toEqual(
    ['large', 'large-2'].flatMap((name) => ['arn', 'name'].map((f) => `${own}/managed-policy/${name}/${f}`)),
  );
  expect(Object.keys(json.resource?.aws_iam_role_policy_attachment ?? {})).toEqual([
    'test-module__role__analyst__generated__large',
    'test-module__role__analyst__generated__large-2',
  ]);
});
