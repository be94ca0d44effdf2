import { machineChecks } from '../../cli/doctor/machine';
import { inspectMachine, type Machine } from '../../toolchain/machine';
import { findToolchain } from '../../toolchain/toolchain';

const bare: Machine = {
  node: { version: '18.0.0', isNewEnough: false },
  terraform: undefined,
  oldestTerraform: '1.10.0',
  providersFrom: 'mirror',
};

test('what this machine has is what everything is run with', () => {
  const { node, terraform } = inspectMachine();
  expect(node).toEqual({ version: process.versions.node, isNewEnough: true });
  const found = findToolchain();
  expect(found.terraform).toBe(terraform?.path);
  expect(found.env).toMatchObject({ CHECKPOINT_DISABLE: '1', TF_CLI_CONFIG_FILE: found.cliConfigFile });
  expect(found.env['TERRAFORM_BINARY_NAME']).toBe(terraform?.path);
});

test('it is looked for once per process', () => {
  expect(findToolchain()).toBe(findToolchain());
});

test('doctor says what is missing, and what to do', () => {
  expect(machineChecks(bare)).toEqual([
    expect.objectContaining({ check: 'Node', ok: false, found: '18.0.0', help: expect.any(String) }),
    expect.objectContaining({ check: 'Terraform', ok: false, help: expect.stringContaining('1.10.0') }),
    { check: 'AWS provider', ok: true, found: 'from a mirror on this machine' },
  ]);
  const terraform = { name: 'tofu', version: '1.11.0', path: '/usr/bin/tofu' } as const;
  const whole = machineChecks({ ...bare, node: { version: '22.1.0', isNewEnough: true }, terraform });
  expect(whole.map(({ ok, found }) => [ok, found])).toEqual([
    [true, '22.1.0'],
    [true, 'tofu 1.11.0 (/usr/bin/tofu)'],
    [true, 'from a mirror on this machine'],
  ]);
});
