import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../../..');

test('what validation loads, all modules included, does without cdktf and its provider', () => {
  const script = `
    require(${JSON.stringify(resolve(root, 'dist/core/config/load.js'))});
    const loaded = Object.keys(require.cache).filter((file) => /node_modules.(cdktf|@cdktf)/.test(file));
    process.stdout.write(JSON.stringify(loaded.slice(0, 3)));
  `;
  expect(JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }))).toEqual([]);
});
