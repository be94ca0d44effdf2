import { join, resolve } from 'node:path';
import { planRoles } from '../../cli/plan/plan-roles';
import { failure } from '../../cli/shared/terraform-failure';
import { synthFiles } from '../support/synth';

const module_path = resolve(__dirname, '../fixtures/modules/notes.js');
const producer = { module_path, module_config_data: { publishes: true, notes: { a: { body: 'x' } } } };
const path = 'ssm:/test-org/made/producer/note/a';
const consumer = { module_path, module_config_data: { notes: { b: { body: path } } } };
const role = (name: string) => `arn:{{partition}}:iam::{{account}}:role/${name}`;
const plan = role('plan');

async function roles(root: object, made: object = {}, reads: object = {}): Promise<readonly string[]> {
  const { platform, folder } = await synthFiles({
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
  const environment = platform.environments.find(({ domain }) => domain === 'reads');
  if (!environment) throw new Error('no such environment');
  return planRoles({ platform, outdir: join(folder, 'cdktf.out') }, 'reads-dev', environment);
}

test('a plan role for the own account, and for every other one that the stack reads', async () => {
  expect(await roles({ planRoleArn: plan })).toEqual([
    '-var=aws_role_arn=arn:aws:iam::111111111111:role/plan',
    '-var=aws_role_arn_222222222222=arn:aws:iam::222222222222:role/plan',
  ]);
  expect(await roles({ planRoleArn: plan }, { planRoleArn: role('other') })).toContain(
    '-var=aws_role_arn_222222222222=arn:aws:iam::222222222222:role/other',
  );
});

test('without one, nothing is planned', async () => {
  await expect(roles({})).rejects.toThrow('reads/dev lacks');
  await expect(roles({ planRoleArn: plan, assumeDeployRole: false })).rejects.toThrow('reads/dev lacks');
  await expect(roles({}, {}, { planRoleArn: plan })).rejects.toThrow('in the account 222222222222');
});

test('a role that cannot be assumed is named, however Terraform wraps its lines', () => {
  const output = `│ Error: Cannot assume IAM Role
│
│ IAM Role (arn:aws:iam::222222222222:role/a-long-name) cannot
│ be assumed.
`;
  const told = failure('plan', { id: 's', folder: '', dependencies: [], targets: [] }, output);
  expect(told.message).toBe('stack "s" cannot assume the role arn:aws:iam::222222222222:role/a-long-name');
});
