import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentCalled } from '../../cli/shared/environments';
import { deployed } from '../../cli/show/deployed';
import { stackPlans } from '../../core/platform/stacks';
import { ledger, rootOf, whole } from '../modules/environment/record/platform';

test('how a stack stands comes from its state and its last run: never applied, applied, pending, failed', async () => {
  const { folder, load } = ledger();
  const { platform } = load(rootOf({ one: whole }));
  const [plan] = platform ? stackPlans(platform) : [];
  if (!platform || !plan) throw new Error('no stack');
  const { facts } = environmentCalled(platform, 'one/dev');
  const outdir = join(folder, 'cdktf.out');
  const status = async () =>
    ((await deployed(facts, 'place', plan, outdir)).stack as { status: string }).status;
  const write = (file: string, text: string) => {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  const ran = (command: string, how: string, at: string, counts: string) =>
    write(`cdktf.out/logs/one-dev/${command}.log`, `# ${command} one-dev ${how} ${at} ${counts}\n`);

  write('state/acme/one/dev.tfstate', JSON.stringify({ version: 4, resources: [] }));
  expect(await status()).toBe('never applied');
  const bucket = { mode: 'managed', type: 'aws_s3_bucket', name: 'place__bucket', instances: [] };
  write('state/acme/one/dev.tfstate', JSON.stringify({ version: 4, resources: [bucket] }));
  ran('apply', 'done', '2026-01-01T10:00:00.000Z', '1 0 0');
  expect(await status()).toBe('applied');
  ran('plan', 'done', '2026-01-02T10:00:00.000Z', '0 2 0');
  expect(await status()).toContain('changes pending');
  ran('apply', 'failed', '2026-01-03T10:00:00.000Z', '0 0 0');
  expect(await status()).toBe('last run failed: apply');
});
