import Table from 'cli-table3';
import { frame, frameWidth } from '../../../access/report/frame';

const rows = [
  [['data'], ['who']],
  [
    ['one', 'two'],
    ['a', 'b', 'c'],
  ],
  [['three'], []],
];
const widths = [8, 4];

test('looks like the other tables', () => {
  const table = new Table({ colWidths: widths.map((width) => width + 2), style: { head: [], border: [] } });
  for (const row of rows) table.push(row.map((lines) => lines.join('\n')));
  expect(frame(rows, widths)).toBe(table.toString());
});

test('is as wide as it says', () => {
  expect(frame(rows, widths).split('\n')[0]).toHaveLength(8 + 4 + frameWidth(2));
});
