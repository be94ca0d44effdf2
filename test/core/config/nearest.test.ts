import { nearest, suggestion } from '../../../core/config/nearest';

test.each([
  ['retentionDayz', 'retentionDays'],
  ['regoin', 'region'],
  ['Region', 'region'],
  ['x', undefined],
  ['something', undefined],
])('the nearest of %s is %s', (word, expected) => {
  expect(nearest(word, ['retentionDays', 'region', 'account'])).toBe(expected);
});

test('where nothing is near, the candidates', () => {
  expect(suggestion('something', ['region', 'account'])).toBe('Known here: region, account.');
});
