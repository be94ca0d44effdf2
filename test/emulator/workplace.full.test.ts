import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diffInventory, inventory, type Holding } from '../../emulator/inventory';
import { allowAssume, createRole } from '../../emulator/roles';
import { startSandbox, type Sandbox } from '../../emulator/sandbox';
import { terraform, type Run } from './terraform';

// A queue policy is watched for a minute by the provider itself.
const MINUTES = 60_000;
const OTHER = '222222222222';
const PLACES = ['us-east-1', 'eu-west-1'].map((region) => ({ account: OTHER, region }));

let sandbox: Sandbox;
let folder: string;
let before: Holding[];

// What teams work with, in two accounts and two regions, and what one of them shares with the other.
beforeAll(async () => {
  sandbox = await startSandbox();
  folder = mkdtempSync(join(tmpdir(), 'terralake-workplace-'));
  cpSync(join(__dirname, 'workplace'), folder, { recursive: true });
  const trust = [allowAssume(`arn:aws:iam::${sandbox.account}:root`)];
  await createRole(sandbox, { name: 'terralake-deploy', account: OTHER, trust });
  for (const account of [OTHER, sandbox.account]) {
    await createRole(sandbox, { name: 'reporting', account, path: '/people/' });
  }
  before = await inventory(sandbox, PLACES);
}, MINUTES);

afterAll(async () => {
  await sandbox.stop();
  rmSync(folder, { recursive: true, force: true });
});

const run = (...args: string[]): Promise<Run> =>
  terraform(folder, sandbox.env, ...args, '-no-color', '-input=false');

function expectSuccess({ code, output }: Run): void {
  if (code !== 0) throw new Error(output);
}

test(
  'everything is made in both accounts, and a second plan finds nothing to change',
  async () => {
    expectSuccess(await run('init'));
    expectSuccess(await run('apply', '-auto-approve'));
    expectSuccess(await run('plan', '-detailed-exitcode'));
  },
  8 * MINUTES,
);

test('each thing is where its provider is', async () => {
  const { added } = diffInventory(before, await inventory(sandbox));
  const ids = added.filter(({ type }) => type === 'access point' || type === 'trail').map(({ id }) => id);
  expect(ids.filter((id) => id.includes('eu-west-1')).every((id) => id.includes(OTHER))).toBe(true);
  expect(ids.filter((id) => id.includes('us-east-1')).every((id) => id.includes(sandbox.account))).toBe(true);
  expect(ids).toHaveLength(6);
  expect([...new Set(added.map((one) => `${one.service} ${one.type}`))].sort()).toMatchSnapshot();
});

test(
  'all that can change is changed in place, and changed for good',
  async () => {
    expectSuccess(await run('apply', '-auto-approve', '-var', 'changed=true'));
    expectSuccess(await run('plan', '-detailed-exitcode', '-var', 'changed=true'));
  },
  8 * MINUTES,
);

test(
  'destroyed, both accounts are as they were before',
  async () => {
    expectSuccess(await run('destroy', '-auto-approve', '-var', 'changed=true'));
    expect(diffInventory(before, await inventory(sandbox))).toEqual({ added: [], removed: [] });
  },
  8 * MINUTES,
);
