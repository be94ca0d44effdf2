import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFolder, readNamedFile } from '../../../core/config/files';
import { RelativePath } from '../../../core/platform/named-file';
import { temporary } from '../../support/synth';

test('a folder is read with all that is below it, sorted', () => {
  const folder = temporary({ 'a/z.txt': 'z', 'a/deep/b.txt': 'b' });
  expect(readFolder(new RelativePath('./a', folder))).toEqual([
    { name: 'deep/b.txt', content: 'b' },
    { name: 'z.txt', content: 'z' },
  ]);
  expect(readFolder(new RelativePath('./none', folder))).toBeUndefined();
});

test('a file that is no text keeps its bytes', () => {
  const folder = temporary({});
  const bytes = Buffer.from([0x50, 0x4b, 0xff, 0xfe, 0x00]);
  mkdirSync(join(folder, 'a'));
  writeFileSync(join(folder, 'a/wheel.whl'), bytes);
  expect(readFolder(new RelativePath('./a', folder))?.map(({ base64 }) => base64)).toEqual([
    bytes.toString('base64'),
  ]);
  expect(readNamedFile(new RelativePath('./a/wheel.whl', folder))?.base64).toBe(bytes.toString('base64'));
});
