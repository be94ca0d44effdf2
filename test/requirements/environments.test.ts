import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { requirements } from './requirements';

const root = resolve(__dirname, '../..');
const text = (file: string) => readFileSync(join(root, file), 'utf8');

test('every requirement of the document has its row', () => {
  const wanted = Array.from({ length: 33 }, (_, index) => `D${String(index + 1)}`);
  expect(requirements.map(({ id }) => id)).toEqual(wanted);
});

test.each(requirements.map((row) => [row.id, row] as const))(
  '%s names a test that is there, and a change that can be made',
  (_id, { test: { file, name }, change }) => {
    expect(text(join('test', file))).toContain(name);
    expect(text(change.file).split(change.from)).toHaveLength(2);
    expect(change.to).not.toBe(change.from);
  },
);
