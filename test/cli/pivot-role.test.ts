import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { terralake } from '../support/run';
import { temporary } from '../support/synth';
import { least, withTeams } from '../modules/environment/setting';

const environment = (name: string, pivotRole: object) => ({
  account: '111111111111',
  region: 'eu-west-1',
  modules: {
    [name]: { module_path: 'environment', module_config_data: { ...least, pivotRole } },
  },
});
const central = { trustedAccountId: '222222222222', trustedPrincipals: ['role/*app'], externalId: 'abc' };
const folder = temporary({
  'mdaa.yaml': {
    organization: 'test-org',
    ...withTeams.root,
    domains: {
      finance: { environments: { dev: environment('workplace', central) } },
      research: { environments: { dev: { ...environment('alone', {}), account: '333333333333' } } },
    },
  },
});

const pivotRole = (...args: readonly string[]) => terralake(folder, ['pivot-role', ...args]);

test('the file goes to stdout, what to do with it to stderr', async () => {
  const { exitCode, stdout, stderr } = await pivotRole('finance/dev');
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toHaveProperty('resource.aws_iam_role.pivot');
  expect(stderr).toContain('create: false');
});

test('or into a file', async () => {
  const { exitCode, stdout } = await pivotRole('finance/dev/workplace', '--output', 'pivot.tf.json');
  expect([exitCode, stdout]).toEqual([0, '']);
  expect(JSON.parse(readFileSync(join(folder, 'pivot.tf.json'), 'utf8'))).toHaveProperty('provider.aws');
});

test.each([
  ['finance/prod', 'no environment'],
  ['research/dev', 'names no central account'],
])('%s: exit 2, because it %s', async (environmentPath, why) => {
  const { exitCode, stderr } = await pivotRole(environmentPath);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(why);
});
