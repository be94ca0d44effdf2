import { built, declared } from '../../support/declared';
import { parameters, policy, resource, resources, synthModule, type StackJson } from '../../support/synth';
import { ask, session, type Outcome } from '../../support/decide';
import { prefix, role, workgroup } from './workgroup';

const isolated = (added: Record<string, unknown> = {}) =>
  workgroup({
    isolateUserResults: true,
    athenaUserRoles: [role('one'), role('two'), { ...role('fixed'), immutable: true }],
    ...added,
  });

let json: StackJson;
beforeAll(async () => ({ json } = await synthModule('athena-workgroup', isolated())));

test.each<[string, string, string, Outcome]>([
  ['one', 'GetObject', 'athena-results/one/x', 'allowed'],
  ['one', 'PutObject', 'athena-results/one/x', 'allowed'],
  ['fixed', 'PutObject', 'athena-results/fixed/x', 'allowed'],
  ['one', 'GetObject', 'athena-results/two/x', 'explicitly denied'],
  ['one', 'PutObject', 'athena-results/two/x', 'explicitly denied'],
  ['one', 'GetObject', 'athena-results/x', 'explicitly denied'],
  ['one', 'DeleteObjectVersion', 'athena-results/one/x', 'explicitly denied'],
  ['admin', 'GetObject', 'athena-results/two/x', 'allowed'],
  ['admin', 'DeleteObjectVersion', 'athena-results/x', 'allowed'],
  ['other', 'GetObject', 'athena-results/one/x', 'explicitly denied'],
])('the bucket, whatever IAM says: %s %s %s is %s', (who, action, path, expected) => {
  const { id, arn } = role(who);
  const request = {
    caller: session(arn, id),
    action: `s3:${action}`,
    resource: `arn:aws:s3:::${prefix}/${path}`,
  };
  expect(ask(request, { resource: resource(json, 'aws_s3_bucket_policy').policy as string })).toBe(expected);
});

test('each role queries in its own workgroup, whose results lie in its own folder; admins in all', () => {
  const workgroups = resources(json, 'aws_athena_workgroup');
  const output = Object.entries(workgroups).map(([key, { configuration }]) => [
    key,
    (configuration.result_configuration.output_location as string).split('}').at(-1),
  ]);
  expect(Object.fromEntries(output)).toEqual({
    'test-module__workgroup': '/athena-results/',
    'test-module__user__one': '/athena-results/one/',
    'test-module__user__two': '/athena-results/two/',
    'test-module__user__fixed': '/athena-results/fixed/',
  });
  const policies = Object.entries(resources(json, 'aws_iam_policy')).map(([key, block]) => {
    const [first] = policy(block.policy as string).Statement;
    const arns = [first?.Resource as string | string[]].flat();
    return [key, arns.map((arn) => /test-module__[a-z_]+/.exec(arn)?.[0])];
  });
  expect(Object.fromEntries(policies)).toEqual({
    'test-module__wg-usage': ['workgroup', 'user__one', 'user__two', 'user__fixed'].map(
      (key) => `test-module__${key}`,
    ),
    'test-module__user__one': ['test-module__user__one'],
    'test-module__user__two': ['test-module__user__two'],
  });
  expect(
    Object.values(resources(json, 'aws_iam_role_policy_attachment')).map((block) => [
      block.role as string,
      block.policy_arn as string,
    ]),
  ).toEqual([
    ['one', '${aws_iam_policy.test-module__user__one.arn}'],
    ['two', '${aws_iam_policy.test-module__user__two.arn}'],
    ['admin', '${aws_iam_policy.test-module__wg-usage.arn}'],
  ]);
});

test('names and parameters carry the keys of the roles', async () => {
  const { json: made, platform } = await synthModule(
    'athena-workgroup',
    isolated({
      verbatimPolicyNamePrefix: 'Analysts',
      athenaUserRoles: [
        { arn: 'ssm:/elsewhere/other/generated-role/analyst/arn' },
        { ...role('boss'), arn: 'arn:aws:iam::222222222222:role/boss', immutable: true },
        { name: 'Guests', sso: true },
        role('user'),
      ],
    }),
  );
  const keys = ['other-analyst', '222222222222-boss', 'sso-guests', 'user'];
  const namesOf = (type: string) => Object.values(resources(made, type)).map(({ name }) => name as string);
  expect(namesOf('aws_athena_workgroup').sort()).toEqual(
    [prefix, ...keys.map((key) => `${prefix}-${key}`)].sort(),
  );
  expect(namesOf('aws_iam_policy').sort()).toEqual([
    'Analysts-wg-usage',
    'Analysts-wg-usage-other-analyst',
    'Analysts-wg-usage-user',
  ]);
  expect(Object.keys(parameters(made))).toEqual(
    expect.arrayContaining(
      ['workgroup/other-analyst/name', 'managed-policy/wg-usage-user/arn', 'workgroup/sso-guests/name'].map(
        (path) => `/test-org/test-domain/test-module/${path}`,
      ),
    ),
  );
  expect(built(made)).toEqual(declared(platform.environments.flatMap(({ modules }) => modules)));
});

test('a role that is named twice has one workgroup', async () => {
  const config = isolated({ athenaUserRoles: [role('one'), role('one')] });
  const { json: made } = await synthModule('athena-workgroup', config);
  expect(Object.keys(resources(made, 'aws_athena_workgroup'))).toHaveLength(2);
});
