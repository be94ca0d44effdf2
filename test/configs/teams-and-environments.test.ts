import { synthesize } from '../../cli/shared/built-in';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stackPlans } from '../../core/platform/stacks';

import { built, declared } from '../support/declared';
import { temporary, type StackJson } from '../support/synth';

const file = resolve(__dirname, '../../configs/teams_and_environments/platform.yaml');
const golden = resolve(__dirname, '../golden/addresses/teams_and_environments.txt');

async function synth() {
  const outdir = temporary({});
  const result = await synthesize({ file, outdir, environment: {}, asOf: '2027-01-01' });
  const read = (id: string): string => readFileSync(join(outdir, 'stacks', id, 'cdk.tf.json'), 'utf8');
  return { ...result, stack: (id: string) => JSON.parse(read(id)) as StackJson };
}

test('the example is valid, and who reads waits for who owns', async () => {
  const { stacks, diagnostics } = await synth();
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(stacks).toEqual([
    { id: 'finance-dev', dependencies: [] },
    { id: 'research-dev', dependencies: ['finance-dev'] },
  ]);
});

test('every module builds what it declares', async () => {
  const { platform, stack } = await synth();
  for (const { id, modules } of stackPlans(platform)) expect(built(stack(id))).toEqual(declared(modules));
});

test('every address is the one recorded', async () => {
  const { addresses } = await synth();
  const lines = [...addresses].flatMap(([id, all]) => [...all].sort().map((address) => `${id} ${address}`));
  expect(`${lines.join('\n')}\n`).toBe(readFileSync(golden, 'utf8'));
});
