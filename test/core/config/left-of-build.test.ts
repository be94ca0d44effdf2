import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { fromSources } from '../../support/run';

test('what validation loads, all modules included, does without cdktf, its provider and the SDK of AWS', () => {
  const script = `
    require(${JSON.stringify(resolve(__dirname, '../../../core/config/load'))});
    const loaded = Object.keys(require.cache);
    const wanted = /node_modules.(cdktf|@cdktf|constructs|@aws-sdk)./;
    process.stdout.write(JSON.stringify([loaded.length > 100, loaded.filter((file) => wanted.test(file)).slice(0, 3)]));
  `;
  const said = execFileSync(process.execPath, [...fromSources, '-e', script], { encoding: 'utf8' });
  expect(JSON.parse(said)).toEqual([true, []]);
});
