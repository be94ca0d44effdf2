import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assumedEnv, createDeployRole } from '../../emulator/identities';
import { diffInventory, inventory, type Holding } from '../../emulator/inventory';
import { startSandbox, type Sandbox } from '../../emulator/sandbox';
import { unknownModels } from './models';
import { terraform, type Run } from './terraform';

const MINUTES = 60_000;

let sandbox: Sandbox;
let folder: string;
let environment: Record<string, string>;
let before: Holding[];

beforeAll(async () => {
  sandbox = await startSandbox();
  folder = mkdtempSync(join(tmpdir(), 'terralake-stack-'));
  cpSync(join(__dirname, 'stack'), folder, { recursive: true });
  environment = await assumedEnv(sandbox, await createDeployRole(sandbox, 'deploy'), 'test');
  before = await inventory(sandbox);
}, MINUTES);

afterAll(async () => {
  await sandbox.stop();
  rmSync(folder, { recursive: true, force: true });
});

const run = (...args: string[]): Promise<Run> =>
  terraform(folder, environment, ...args, '-no-color', '-input=false');

function expectSuccess({ code, output }: Run): void {
  if (code !== 0) throw new Error(output);
}

test(
  'every type of resource that the modules can make and the examples have not is applied',
  async () => {
    expectSuccess(await run('init'));
    expectSuccess(await run('apply', '-auto-approve'));
  },
  8 * MINUTES,
);

test(
  'a second plan finds nothing to change',
  async () => expectSuccess(await run('plan', '-detailed-exitcode')),
  4 * MINUTES,
);

test('what exists now is in the inventory', async () => {
  const types = new Set(
    diffInventory(before, await inventory(sandbox)).added.map((one) => `${one.service} ${one.type}`),
  );
  expect([...types].sort()).toMatchSnapshot();
});

test('everything that moto made is of a kind that the inventory knows', async () => {
  expect(await unknownModels(sandbox)).toEqual([]);
});

test(
  'destroyed, the account is as it was before',
  async () => {
    expectSuccess(await run('destroy', '-auto-approve'));
    expect(diffInventory(before, await inventory(sandbox))).toEqual({ added: [], removed: [] });
  },
  8 * MINUTES,
);
