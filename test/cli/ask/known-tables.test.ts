import { withKnownTables } from '../../../cli/ask/known-tables';

const path = 'finance/dev/finance';

test('tables that were found are recorded, those that were not are not, and others stay', () => {
  const known = {
    environment: {
      [path]: { team: 'A', existingTables: ['sales/gone', 'sales/unasked'] },
      'finance/dev/finance-2': { team: 'B' },
    },
    other: { x: { a: 1 } },
  };
  const there = new Map([
    [`${path}/sales/clicks`, true],
    [`${path}/sales/gone`, false],
  ]);
  expect(withKnownTables(known, there)).toEqual({
    environment: {
      [path]: { team: 'A', existingTables: ['sales/clicks', 'sales/unasked'] },
      'finance/dev/finance-2': { team: 'B' },
    },
    other: { x: { a: 1 } },
  });
});

test('an environment that was never applied is not made up', () => {
  expect(withKnownTables(undefined, new Map([[`${path}/sales/clicks`, true]]))).toEqual({});
});
