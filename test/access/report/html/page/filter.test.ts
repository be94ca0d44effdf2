import { visible } from '../../../../../access/report/html/page/filter';

const rows = [
  { text: 's3://lake/data/ arn:aws:s3:::lake', kind: 'bucket' },
  { text: 'alias/lake arn:aws:kms:::lake', kind: 'key' },
];
const columns = ['admin', 'data-user', 'outsider'];
const cells = [
  { row: 0, column: 0, outcomes: 'BBBB' },
  { row: 0, column: 1, outcomes: 'BIII' },
  { row: 1, column: 0, outcomes: 'IIIB' },
  { row: 1, column: 2, outcomes: 'IUII' },
];
const nothing = { principal: '', data: '', kind: '', level: -1, unknown: false };

/** Positions of what stays. */
function kept(query: Partial<typeof nothing>): number[][] {
  const { rows: r, columns: c, cells: x } = visible(rows, columns, cells, { ...nothing, ...query });
  return [r, c, x].map((flags) => flags.flatMap((flag, index) => (flag ? [index] : [])));
}

test.each<[string, Partial<typeof nothing>, number[][]]>([
  [
    'nothing: all stays',
    {},
    [
      [0, 1],
      [0, 1, 2],
      [0, 1, 2, 3],
    ],
  ],
  ['data, in any case', { data: 'S3' }, [[0], [0, 1, 2], [0, 1]]],
  ['all words must fit', { data: 'lake kms' }, [[1], [0, 1, 2], [2, 3]]],
  ['principals', { principal: 'data-u' }, [[0, 1], [1], [1]]],
  ['a kind', { kind: 'key' }, [[1], [0, 1, 2], [2, 3]]],
  [
    'a level keeps what has it, or may have it',
    { level: 1 },
    [
      [0, 1],
      [0, 2],
      [0, 3],
    ],
  ],
  ['a level of one principal', { level: 3, principal: 'admin' }, [[0, 1], [0], [0, 2]]],
  ['only what is not known', { unknown: true }, [[1], [2], [3]]],
  ['a level that is not known', { unknown: true, level: 0 }, [[], [], []]],
  ['no such name', { data: 'nowhere' }, [[], [0, 1, 2], []]],
])('%s', (_, query, expected) => {
  expect(kept(query)).toEqual(expected);
});
