import fc from 'fast-check';
import { globOf, matcher } from '../../../aws/iam/glob';

const text = (...letters: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...letters), { maxLength: 8 }).map((all) => all.join(''));

test('a pattern matches what the regular expression of the same meaning matches', () => {
  fc.assert(
    fc.property(text('a', 'b', '/', '.', '*', '?'), text('a', 'b', '/', '.', '\n'), (pattern, value) => {
      const source = pattern.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.');
      expect(matcher(globOf(pattern))(value)).toBe(new RegExp(`^${source}$`, 's').test(value));
    }),
    { numRuns: 5000 },
  );
});
