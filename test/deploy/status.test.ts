import { loadPlatform } from '../../cli/shared/built-in';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { stackPlans } from '../../core/platform/stacks';
import { loggedRuns } from '../../deploy/logs';
import { stateOf } from '../../deploy/state';
import { statusOf } from '../../deploy/status';
import { quietRun } from '../support/deploy';
import { temporary } from '../support/synth';

const roles = { module_path: 'roles', module_config_data: { createPersonaManagedPolicies: false } };
const environment = { account: '111111111111', region: 'eu-west-1', modules: { roles } };

test('how a stack stands comes from its state and its last run: never applied, applied, pending, failed', async () => {
  const folder = temporary({
    'mdaa.yaml': { organization: 'acme', domains: { one: { environments: { dev: environment } } } },
  });
  const { platform } = loadPlatform({ file: join(folder, 'mdaa.yaml') });
  const [plan] = platform ? stackPlans(platform) : [];
  if (!plan) throw new Error('no stack');
  const outdir = join(folder, 'cdktf.out');
  const status = async () =>
    statusOf('one-dev', await stateOf(quietRun().run, plan, outdir), loggedRuns(outdir, 'one-dev'));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  const ran = (command: string, how: string, at: string, counts: string) =>
    write(`cdktf.out/logs/one-dev/${command}.log`, `# ${command} one-dev ${how} ${at} ${counts}\n`);
  const on = (day: number): string => `2026-01-0${day}T10:00:00.000Z`;

  write('state/acme/one/dev.tfstate', JSON.stringify({ version: 4, resources: [] }));
  expect(await status()).toEqual({ stack: 'one-dev', status: 'never applied', resources: 0 });
  const bucket = { mode: 'managed', type: 'aws_s3_bucket', name: 'place__bucket', instances: [] };
  write('state/acme/one/dev.tfstate', JSON.stringify({ version: 4, resources: [bucket] }));
  ran('apply', 'done', on(1), '1 0 0');
  expect(await status()).toEqual({
    stack: 'one-dev',
    status: 'applied',
    resources: 1,
    applied: on(1),
    lastRun: `apply done ${on(1)}`,
    logs: 'terralake logs one-dev',
  });
  ran('plan', 'done', on(2), '0 2 0');
  const pending = 'changes pending: 0 to add, 2 to change, 0 to destroy';
  expect(await status()).toMatchObject({ status: pending, applied: on(1), planned: on(2) });
  ran('apply', 'failed', on(3), '0 0 0');
  expect(await status()).toMatchObject({ status: 'last run failed: apply' });
});
