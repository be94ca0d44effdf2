import { runnable } from '../../deploy/stacks';
import { select } from '../../cli/shared/select';
import { synthFiles } from '../support/synth';

const roles = {
  module_path: 'roles',
  module_config_data: {
    createPersonaManagedPolicies: false,
    generateRoles: { guest: { trustedPrincipal: 'this_account' } },
  },
};
const nothing = {
  module_path: 'roles',
  module_config_data: { createPersonaManagedPolicies: false },
};

async function targets(module: string): Promise<readonly (readonly string[])[]> {
  const result = await synthFiles({
    'mdaa.yaml': {
      organization: 'test-org',
      account: '111111111111',
      region: 'eu-west-1',
      domains: {
        d: { environments: { e: { modules: { '1st': roles, nothing } } } },
        f: { environments: { e: { modules: { '1st': roles } } } },
      },
    },
  });
  const selection = select(result.platform, [], { module });
  return runnable({ result, selection }).map((stack) => stack.targets);
}

test('--module targets what the module made, or the whole stack where that is all there is', async () => {
  const [some, whole] = await targets('1st');
  expect(some).toContain('-target=aws_iam_role._1st__role__guest');
  expect(whole).toEqual([]);
});

test('a module that makes nothing is not the whole stack', async () => {
  expect(await targets('nothing')).toEqual([]);
});
