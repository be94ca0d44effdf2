import { policyLimits, policySize } from '../../../aws/iam/size';
import { policy, resource, resources, parameters, synthModule } from '../../support/synth';
import { prefix, reading, roles, withPolicy } from './roles';

async function synth(config: unknown, setting = {}) {
  return (await synthModule('roles', config, setting)).json;
}
const text = async (config: unknown) => resource(await synth(config), 'aws_iam_policy').policy as string;

test('policy variables reach AWS as they are written', async () => {
  const document = await text(
    withPolicy(
      reading({
        Resource: 'arn:aws:s3:::home/${aws:userid}/*',
        Condition: { StringEquals: { 'aws:PrincipalTag/team': '${aws:PrincipalTag/team}' } },
      }),
    ),
  );
  expect(document).toContain('home/$${aws:userid}/*');
  expect(document).toContain('"$${aws:PrincipalTag/team}"');
});

test('keys of statements are read in any case, and Sids become legal and unique', async () => {
  const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
  const document = await text(
    withPolicy({
      version: '2012-10-17',
      statement: [
        { SID: 'Read It', ...statement },
        { Sid: 'ReadIt', ...statement },
        { sid: 'read_it', effect: 'Deny', action: 's3:*', resource: '*' },
      ],
    }),
  );
  expect(policy(document).Statement.map(({ Sid, Effect }) => [Sid, Effect])).toEqual([
    ['ReadIt', 'Allow'],
    ['ReadIt2', 'Allow'],
    ['ReadIt3', 'Deny'],
  ]);
});

test('a policy that is too large is split, and all of it is attached', async () => {
  const Statement = Array.from({ length: 12 }, (_, index) => ({
    Sid: `Read${String(index)}`,
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: Array.from(
      { length: 10 },
      (_item, number) => `arn:aws:s3:::bucket-${'x'.repeat(60)}-${String(number)}/*`,
    ),
  }));
  const json = await synth({
    ...withPolicy({ Statement }),
    generateRoles: { worker: { trustedPrincipal: 'this_account', generatedPolicies: ['Reads'] } },
  });
  const made = Object.entries(resources(json, 'aws_iam_policy'));
  expect(made.map(([key, { name }]) => [key, name])).toEqual([
    ['test-module__policy__Reads', `${prefix}-reads`],
    ['test-module__policy__Reads__2', expect.stringMatching(/reads-2$/)],
  ]);
  expect(made.flatMap(([, block]) => policy(block.policy).Statement)).toHaveLength(12);
  expect(Object.keys(resources(json, 'aws_iam_role_policy_attachment'))).toEqual([
    'test-module__role__worker__generated__Reads',
    'test-module__role__worker__generated__Reads-2',
  ]);
  expect(Object.keys(parameters(json))).toContain(
    '/test-org/test-domain/test-module/managed-policy/reads-2/arn',
  );
});

test.each([{}, { environment: { account: 'default', region: 'default' } }])(
  'the eight base policies fit, with the partition and region of the stack (%j)',
  async (setting) => {
    const made = Object.values(resources(await synth({}, setting), 'aws_iam_policy'));
    expect(made).toHaveLength(8);
    for (const block of made) {
      expect(policySize(block.policy)).toBeLessThanOrEqual(policyLimits['managed policy']);
      expect(block.policy).not.toMatch(/\{partition\}|\{region\}|ca-central-1/);
    }
  },
);

test('base policies follow the partition', async () => {
  const china = { environment: { account: '111111111111', region: 'cn-north-1' } };
  const json = await synth({}, china);
  const { policy: scientist } = resource(json, 'aws_iam_policy', 'policy__data-scientist-base-policy');
  expect(scientist).toContain('arn:aws-cn:logs:cn-north-1:*:log-group:*sagemaker*');
});

test('long names are cut with a hash', async () => {
  const key = 'a-role-with-a-name-that-is-much-too-long-for-iam';
  const json = await synth(roles({ generateRoles: { [key]: { trustedPrincipal: 'this_account' } } }));
  expect(resource(json, 'aws_iam_role').name).toMatch(/^test-org-.{40,53}-+[0-9a-f]{6,9}$/);
});
