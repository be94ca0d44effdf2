import * as fc from 'fast-check';
import { wrap } from '../../../access/report/frame';

test('words fill the lines', () => {
  expect(wrap(['one', 'two', 'three'], 8, ', ')).toEqual(['one,', 'two,', 'three']);
  expect(wrap(['one', 'two', 'three'], 9, ', ')).toEqual(['one, two,', 'three']);
});

test('a long word is cut behind a separator', () => {
  expect(wrap(['s3://acme-lake/data/'], 12)).toEqual(['s3://acme-', 'lake/data/']);
});

test('no line is too long and nothing is lost', () => {
  const word = fc.string({ minLength: 1, unit: fc.constantFrom('a', 'b', '-', '/') });
  fc.assert(
    fc.property(fc.array(word), fc.integer({ min: 1, max: 30 }), (words, width) => {
      const lines = wrap(words, width);
      expect(Math.max(0, ...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
      expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
    }),
  );
});
