import type { MatrixChange } from '../../../access/questions/matrix-report';
import { mergeChanges } from '../../../access/report/changes-table';

const gain: MatrixChange = {
  principal: 'reader',
  kind: 'bucket',
  data: 's3://lake/',
  level: 'read',
  before: 'denied',
  after: 'allowed',
  change: 'gains',
  reason: 'because',
};

test('levels of one principal, item and reason share a row', () => {
  const rows = mergeChanges([gain, { ...gain, level: 'write' }, { ...gain, level: 'admin', reason: 'else' }]);
  expect(rows.map(({ levels, reason }) => [levels, reason])).toEqual([
    [['read', 'write'], 'because'],
    [['admin'], 'else'],
  ]);
});

test('another kind of data with the same label has a row of its own', () => {
  expect(mergeChanges([gain, { ...gain, kind: 'workgroup' }])).toHaveLength(2);
});

test('gains come first', () => {
  const loss = { ...gain, change: 'loses', before: 'allowed', after: 'denied' } as const;
  expect(mergeChanges([loss, gain]).map(({ change }) => change)).toEqual(['gains', 'loses']);
});

test('what is or was not known says so', () => {
  const rows = mergeChanges([
    { ...gain, after: 'unknown' },
    { ...gain, level: 'write', before: 'unknown' },
  ]);
  expect(rows[0]!.levels).toEqual(['read? (not known)', 'write (was ?)']);
});
