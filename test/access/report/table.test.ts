import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { matrixTable } from '../../../access/report/table';
import type { MatrixReport } from '../../../access/questions/matrix-report';
import { largeSample, sample } from './sample';

/** Rows of all tables: the lines between two rules, column by column. */
function tableRows(text: string): string[][][] {
  const rows: string[][][] = [];
  for (const line of text.split('\n')) {
    if (/^[┌├]/.test(line)) rows.push([]);
    const columns = line.startsWith('│')
      ? line
          .split('│')
          .slice(1, -1)
          .map((cell) => cell.trim())
      : [];
    columns.forEach((cell, index) => ((rows.at(-1)![index] ??= []), rows.at(-1)![index]!.push(cell)));
  }
  return rows;
}

/** What the table says of data whose label ends so: the names behind each combination of signs. */
function holders(text: string, ending: string): Record<string, string> {
  const [, signs, who] = tableRows(text).find(([data]) => data!.some((name) => name.endsWith(ending)))!;
  const result: Record<string, string> = {};
  let current = '';
  signs!.forEach((sign, line) => {
    current = sign || current;
    result[current] = [result[current], who![line]].filter(Boolean).join(' ');
  });
  return result;
}

test('the whole table', () => {
  const golden = join(__dirname, '../../golden/access/matrix.txt');
  expect(`${matrixTable(sample)}\n`).toBe(readFileSync(golden, 'utf8'));
});

test('each row says who can do what, the strongest first', () => {
  expect(Object.entries(holders(matrixTable(sample), 'shared-datalake-transformed/data/'))).toEqual([
    ['r w d a', 'shared-roles-data-admin'],
    ['· · · a', 'Admin+, administrator*'],
    ['r · · ·', 'shared-roles-data-user, shared-roles-glue-etl'],
  ]);
});

test('what is not known is marked in its place, and its reason is told', () => {
  const text = matrixTable(sample);
  expect(holders(text, 'shared-datalake-raw/inventory/')['· ? · ·']).toBe('any other role of the account*');
  expect(holders(text, '…example-user')['? ? · ·']).toBe('datascience-roles-data-scientist');
  for (const reason of new Set(sample.cells.flatMap(unknownReasons)))
    expect(text.replace(/\s+/g, ' ')).toContain(reason);
});

test('data out of reach, and principals who can do nothing, are named', () => {
  const text = matrixTable(sample);
  expect(holders(text, 'finance.*')).toEqual({ '· · · ·': 'nobody' });
  expect(text).toMatch(/^Can do nothing.*: shared-roles-data-scientist, outsider\*$/m);
});

test('all data is there, alike ones in one row', () => {
  const named = tableRows(matrixTable(sample, { width: 160 })).flatMap(([data]) => data!);
  for (const { label } of sample.data)
    expect(named.some((name) => label.endsWith(name.replace(/^…/, '')) && name !== '')).toBe(true);
  const same = tableRows(matrixTable(sample)).find(([data]) => data!.includes('…shared-datalake-raw/data/'))!;
  expect(same[0]).toContain('…shared-datalake-transformed/data/');
});

test.each([60, 80, 120])('no line is wider than %i columns', (width) => {
  const lines = matrixTable(sample, { width }).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
});

test('a dozen names by default, all of them where asked', () => {
  const everyone: MatrixReport = { ...largeSample(40, 1), cells: [] };
  const cells = everyone.principals.map((_, principal) => ({ ...sample.cells[0]!, principal, data: 0 }));
  const report = { ...everyone, cells };
  expect(holders(matrixTable(report), 'data/')['r w d a']).toMatch(/and 28 more$/);
  expect(holders(matrixTable(report, { all: true }), 'data/')['r w d a']!.split(', ')).toHaveLength(40);
});

function unknownReasons({ outcomes, reasons }: MatrixReport['cells'][number]): string[] {
  return (['read', 'write', 'delete', 'admin'] as const).flatMap((level) =>
    outcomes[level] === 'unknown' ? [reasons[level]!] : [],
  );
}
