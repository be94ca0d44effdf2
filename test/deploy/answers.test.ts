import { withAnswers, type Answer } from '../../deploy/answers';

const path = 'finance/dev/finance';
const answer = (item: string, isThere: boolean): Answer => ({
  definition: 'environment',
  record: { module: path, list: 'existingTables', item },
  isThere,
});

test('what was found is recorded, what was not is not, and the rest stays', () => {
  const known = {
    environment: {
      [path]: { team: 'A', existingTables: ['sales/gone', 'sales/unasked'] },
      'finance/dev/finance-2': { team: 'B' },
    },
    other: { x: { a: 1 } },
  };
  expect(withAnswers(known, [answer('sales/clicks', true), answer('sales/gone', false)])).toEqual({
    environment: {
      [path]: { team: 'A', existingTables: ['sales/clicks', 'sales/unasked'] },
      'finance/dev/finance-2': { team: 'B' },
    },
    other: { x: { a: 1 } },
  });
});

test('a list without items leaves the record', () => {
  const known = { environment: { [path]: { team: 'A', existingTables: ['sales/gone'] } } };
  expect(withAnswers(known, [answer('sales/gone', false)])).toEqual({
    environment: { [path]: { team: 'A' } },
  });
});

test('a module that was never applied is not made up', () => {
  expect(withAnswers({}, [answer('sales/clicks', true)])).toEqual({});
});
