import { resolve } from 'node:path';
import { planRoles, type PlanRoles } from '../../deploy/plan-roles';
import { failure } from '../../deploy/failure';
import { stackPlans } from '../../core/platform/stacks';
import { synthFiles } from '../support/synth';

const module_path = resolve(__dirname, '../fixtures/modules/notes.js');
const producer = { module_path, module_config_data: { publishes: true, notes: { a: { body: 'x' } } } };
const path = 'ssm:/test-org/made/producer/note/a';
const consumer = { module_path, module_config_data: { notes: { b: { body: path } } } };
const role = (name: string) => `arn:{{partition}}:iam::{{account}}:role/${name}`;
const plan = role('plan');

async function roles(root: object, made: object = {}, reads: object = {}): Promise<PlanRoles> {
  const result = await synthFiles({
    'mdaa.yaml': {
      organization: 'test-org',
      region: 'eu-west-1',
      deployRoleArn: role('deploy'),
      assumeDeployRole: true,
      ...root,
      domains: {
        made: { environments: { dev: { account: '222222222222', modules: { producer }, ...made } } },
        reads: { environments: { dev: { account: '111111111111', modules: { consumer }, ...reads } } },
      },
    },
  });
  const stack = stackPlans(result.platform).find(({ id }) => id === 'reads-dev');
  if (!stack) throw new Error('no such stack');
  return planRoles(result, stack);
}

test('a plan role for the own account, and for every other one that the stack reads', async () => {
  const own = '-var=aws_role_arn=arn:aws:iam::111111111111:role/plan';
  expect(await roles({ planRoleArn: plan })).toEqual({
    args: [own, '-var=aws_role_arn_222222222222=arn:aws:iam::222222222222:role/plan'],
  });
  expect(await roles({ planRoleArn: plan }, { planRoleArn: role('other') })).toEqual({
    args: [own, '-var=aws_role_arn_222222222222=arn:aws:iam::222222222222:role/other'],
  });
});

test('without one, it is said where', async () => {
  expect(await roles({})).toEqual({ lackingIn: undefined });
  expect(await roles({ planRoleArn: plan, assumeDeployRole: false })).toEqual({ lackingIn: undefined });
  expect(await roles({}, {}, { planRoleArn: plan })).toEqual({ lackingIn: '222222222222' });
});

test('a role that cannot be assumed is named, however Terraform wraps its lines', () => {
  const output = `│ Error: Cannot assume IAM Role
│
│ IAM Role (arn:aws:iam::222222222222:role/a-long-name) cannot
│ be assumed.
`;
  const told = failure('plan', { id: 's', dependencies: [] }, output);
  expect(told.message).toBe('stack "s" cannot assume the role arn:aws:iam::222222222222:role/a-long-name');
});
