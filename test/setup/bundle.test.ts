import { copyFileSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundle } from '../../setup/bundle';
import { customModule, run, source, type Run } from '../support/run';
import { temporary } from '../support/synth';

const root = resolve(__dirname, '../..');
const environment = { account: '111111111111', region: 'eu-west-1' };
const notes = { module_path: './notes.js', module_config_data: { notes: { a: { body: 'x' } } } };
const roles = { module_path: 'roles', module_config_data: { createPersonaManagedPolicies: false } };
const platform = {
  organization: 'test-org',
  domains: { d: { environments: { dev: { ...environment, modules: { notes, roles } } } } },
};

/** The bundle of the sources as they are, in a folder of its own. */
function built(): string {
  const folder = temporary({});
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  bundle(root, join(folder, 'dist'));
  return join(folder, 'dist');
}

test('the bundle: the command, the app of cdktf and custom modules share it, and write what the sources write', async () => {
  const dist = built();
  const folderWith = (index: string): string => {
    const folder = temporary({ 'mdaa.yaml': platform, 'notes.js': customModule('notes', index) });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    return folder;
  };
  const written = async (folder: string, program: readonly string[]): Promise<string> => {
    const done: Run = await run(process.execPath, program, folder, { PATH: process.env.PATH });
    expect(done).toMatchObject({ exitCode: 0 });
    return readFileSync(join(folder, 'cdktf.out/stacks/d-dev/cdk.tf.json'), 'utf8');
  };
  const [own, other] = [folderWith(join(root, 'index')), folderWith(join(dist, 'index.js'))];
  const expected = await written(own, [...source('cli/main.ts'), 'synth']);
  expect(await written(other, [join(dist, 'cli/main.js'), 'synth'])).toBe(expected);
  expect(await written(other, [join(dist, 'main.js')])).toBe(expected);
});
