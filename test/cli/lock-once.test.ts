import fs from 'node:fs';
import { join, resolve } from 'node:path';
import { apply } from '../../cli/apply';
import { plan } from '../../cli/plan';
import { synth } from '../../cli/synth';
import { validate } from '../../cli/validate';
import { parseYaml } from '../../core/config/yaml-to-node';
import { lockFileName } from '../../core/lock/lock';
import { temporary } from '../support/synth';

jest.mock('../../core/config/yaml-to-node', () => {
  const actual = jest.requireActual('../../core/config/yaml-to-node');
  return { ...actual, parseYaml: jest.fn(actual.parseYaml) };
});
// A Terraform that is content with everything: what it does is not at issue here.
jest.mock('../../deploy/terraform', () => ({
  init: async () => undefined,
  terraform: async () => ({ exitCode: 0, stdout: '{}', output: '' }),
}));

const module_path = resolve(__dirname, '../fixtures/modules/notes.js');
const m = { module_path, module_config_data: { protect: true, notes: { a: { body: 'x' } } } };
const environments = { dev: { account: '111111111111', region: 'eu-west-1', modules: { m } } };
const folder = temporary({
  'mdaa.yaml': { organization: 'test-org', domains: { a: { environments }, b: { environments } } },
  [lockFileName]: 'version: 1\nprotected: {}\nremoved: []\n',
});
const options = { config: join(folder, 'mdaa.yaml') };
const output = join(folder, 'out');

beforeAll(() => {
  process.env.CDKTF_OUTDIR = output;
  for (const stream of [process.stdout, process.stderr]) jest.spyOn(stream, 'write').mockReturnValue(true);
});
afterAll(() => jest.restoreAllMocks());

/** How often the lock file is read, parsed and written. */
async function counted(work: () => unknown) {
  const isLock = ([file]: readonly unknown[]): boolean => String(file).endsWith(lockFileName);
  const [reads, writes] = [jest.spyOn(fs, 'readFileSync'), jest.spyOn(fs, 'writeFileSync')];
  const parses = jest.mocked(parseYaml).mockClear();
  await work();
  const counts = {
    read: reads.mock.calls.filter(isLock).length,
    parsed: parses.mock.calls.filter(([, file]) => file === lockFileName).length,
    written: writes.mock.calls.filter(isLock).length,
  };
  reads.mockRestore();
  writes.mockRestore();
  return counts;
}

test.each([
  ['validate', () => validate(options)],
  ['synth', () => synth({ ...options, output })],
  ['plan', () => plan([], options)],
])('%s reads and parses the lock file once', async (_command, work) => {
  expect(await counted(work)).toEqual({ read: 1, parsed: 1, written: 0 });
});

test('apply reads and parses it once too, and writes it once before and once after each stack', async () => {
  expect(await counted(() => apply([], options))).toEqual({ read: 1, parsed: 1, written: 4 });
});
