import { synthesize } from '../../../../cli/shared/built-in';
import { join } from 'node:path';
import { readFileSync, writeFileSync } from 'node:fs';
import { writeLock } from '../../../../core/lock/lock-file';
import { stackPlans } from '../../../../core/platform/stacks';

import { temporary } from '../../../support/synth';
import { ledger, rootOf, whole } from './platform';

test('a new prefix: a warning at its line that lists the names, and no error', () => {
  const { load, lock } = ledger();
  lock(rootOf({ one: whole }));
  const { platform, found, message } = load(rootOf({ one: { ...whole, resourcePrefix: 'money' } }));
  expect(platform).toBeDefined();
  expect(found).toEqual(['warning TL425 "resourcePrefix": "money",']);
  expect(message[0]).toContain('bucket fin-acme-dev-one-place,');
  expect(message[0]).toContain('money and fin');
});

test('the warning is over when the lock has the new prefix, and earlier ones are never forgotten', () => {
  const { load, lock } = ledger();
  const prefixed = (resourcePrefix: string) => rootOf({ one: { ...whole, resourcePrefix } });
  lock(prefixed('fin'));
  lock(prefixed('money'));
  expect(load(prefixed('money')).found).toEqual([]);
  const records = lock(prefixed('gold'));
  const record = records.environment?.['one/dev/place'];
  expect(record?.prefixes).toEqual(['gold', 'money', 'fin']);
  expect(record?.names).toMatchObject({ bucket: 'fin-acme-dev-one-place' });
});

/** Resources of the stack after each edit, with the lock written in between. */
async function edited(...configs: object[]): Promise<readonly Record<string, Record<string, object>>[]> {
  const folder = temporary({});
  const file = join(folder, 'mdaa.yaml');
  const outdir = join(folder, 'cdktf.out');
  const made = [];
  for (const config of configs) {
    writeFileSync(file, JSON.stringify(rootOf({ one: config })));
    const result = await synthesize({ file, outdir, environment: {} });
    writeLock(result.lock.anew(result, stackPlans(result.platform)));
    const json = JSON.parse(readFileSync(join(outdir, 'stacks/one-dev/cdk.tf.json'), 'utf8'));
    made.push(json.resource);
  }
  return made;
}

/** `<type>.<key>` → name, of everything that has a name of its own. */
function named(resources: Record<string, Record<string, any>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(resources).flatMap(([type, blocks]) =>
      Object.entries(blocks).map(([key, block]) => [`${type}.${key}`, block.name ?? block.bucket] as const),
    ),
  );
}

test('with a lock, neither a label nor a prefix renames or moves anything', async () => {
  const [before = {}, label = {}, prefix = {}] = await edited(
    whole,
    { ...whole, name: 'Money' },
    { ...whole, name: 'Money', resourcePrefix: 'money' },
  );
  const [first, ...later] = [before, label, prefix].map(named);
  expect(Object.keys(first ?? {}).length).toBeGreaterThan(60);
  for (const one of later) expect(one).toEqual(first);
});

test('what is new after a change of the prefix begins with it', async () => {
  const alone = { consumptionRoles: {}, shares: {}, datasets: {} };
  const { Analysts: _, ...teams } = whole.teams;
  const [, after = {}] = await edited(
    { ...whole, ...alone, teams },
    { ...whole, ...alone, resourcePrefix: 'money' },
  );
  const roles = Object.values(after.aws_iam_role ?? {}).map((role) => (role as { name: string }).name);
  expect(roles).toEqual(
    expect.arrayContaining(['fin-acme-dev-one-place-datascience', 'money-acme-dev-one-place-analysts']),
  );
});
