import { changesTable, noChanges } from '../../../access/report/changes-table';
import { sampleChanges } from './sample';

/** The text of each table, column by column, without line breaks. */
function columns(text: string): string[][] {
  return text.split('\n\n').map((table) => {
    const rows = table.split('\n').filter((line) => line.startsWith('│'));
    return [1, 2, 3, 4].map((index) => rows.map((row) => row.split('│')[index]!.trim()).join(''));
  });
}

test('gains first, then losses, each with its reason', () => {
  const [gains, losses] = columns(changesTable(sampleChanges));
  expect(gains![0]).toContain('+ terralake-example-dev-shared-roles-data-user');
  expect(gains![1]).toContain('write, delete');
  expect(gains![2]).toContain('s3://terralake-example-dev-shared-datalake-transformed/data/');
  expect(gains![3]).toMatch(/datalake\.yaml:18/);
  expect(losses![0]).toContain('- terralake-example-dev-shared-roles-data-scientist');
  expect(losses![1]).toBe('whatread');
  expect(losses![3]).toContain('kms:Decrypt');
});

test('what is gained perhaps is marked', () => {
  expect(columns(changesTable(sampleChanges, 140))[0]![1]).toContain('write? (not known)');
});

test('nothing changes', () => {
  expect(changesTable([])).toBe(noChanges);
});

test.each([60, 80, 120])('no line is wider than %i columns', (width) => {
  const lines = changesTable(sampleChanges, width).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
});
