import { managedPolicy } from '../../../core/aws/managed-policy';
import { serviceRole } from '../../../core/aws/role';
import { trustInService } from '../../../core/aws/trust';
import { built } from './build';
import { role } from './roles';

test('a role with its trust, published', async () => {
  const json = await built((scope) => {
    const made = serviceRole(scope, 'lake-formation', {
      name: scope.name('lake-formation', 64),
      trust: [trustInService('lakeformation.amazonaws.com', { account: scope.account })],
      publishAt: 'role/lake-formation',
    });
    expect([made.key, made.immutable]).toEqual(['m-lake-formation', false]);
  });
  const made = json.aws_iam_role?.['m__lake-formation'];
  expect(made?.name).toBe('org-dev-lake-m-lake-formation');
  expect((JSON.parse(made?.assume_role_policy as string) as { Statement: unknown[] }).Statement).toEqual([
    {
      Effect: 'Allow',
      Principal: { Service: 'lakeformation.amazonaws.com' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'aws:SourceAccount': '111111111111' } },
    },
  ]);
  const paths = Object.values(json.aws_ssm_parameter ?? {}).map(({ name }) => name as string);
  expect(paths.sort()).toEqual(
    ['arn', 'id', 'name'].map((facet) => `/org/lake/m/role/lake-formation/${facet}`),
  );
});

const statements = (number: number) =>
  Array.from({ length: number }, (_, n) => ({
    sid: `S${String(n)}`,
    actions: [`s3:${'x'.repeat(2000)}`],
    resources: ['*'],
  }));

test('a policy, attached by the key of each role; never to immutable ones', async () => {
  const json = await built((scope) => {
    managedPolicy(scope, ['team', 'read'], {
      name: scope.name('read', 64),
      statements: statements(1),
      attachTo: [role('a'), role('b', true), role('a')],
      publishAt: 'managed-policy/read',
    });
  });
  expect(Object.keys(json.aws_iam_policy ?? {})).toEqual(['m__team__read']);
  expect(json.aws_iam_role_policy_attachment).toMatchObject({
    m__team__read__a: { role: 'a', policy_arn: '${aws_iam_policy.m__team__read.arn}' },
  });
  expect(Object.keys(json.aws_iam_role_policy_attachment ?? {})).toEqual(['m__team__read__a']);
});

test('what does not fit one policy becomes several', async () => {
  const json = await built((scope) => {
    managedPolicy(scope, 'write', {
      name: (part) => scope.name(`write${part}`, 64),
      statements: statements(5),
      attachTo: [role('a')],
      publishAt: 'managed-policy/write',
    });
  });
  const policies = Object.entries(json.aws_iam_policy ?? {}).map(([key, { name }]) => [key, name as string]);
  expect(policies).toEqual([
    ['m__write', 'org-dev-lake-m-write'],
    ['m__write__2', 'org-dev-lake-m-write-2'],
    ['m__write__3', 'org-dev-lake-m-write-3'],
  ]);
  expect(Object.keys(json.aws_iam_role_policy_attachment ?? {})).toEqual([
    'm__write__2__a',
    'm__write__3__a',
    'm__write__a',
  ]);
  const paths = Object.values(json.aws_ssm_parameter ?? {}).map(({ name }) => name as string);
  expect(paths).toContain('/org/lake/m/managed-policy/write-2/arn');
});
