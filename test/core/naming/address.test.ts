import fc from 'fast-check';
import { addressOf } from '../../../core/naming/address';

test('module and keys, separated by two underscores', () => {
  expect(addressOf('datalake', 'raw')).toBe('datalake__raw');
  expect(addressOf('datalake', ['bucket', 'raw'])).toBe('datalake__bucket__raw');
  expect(addressOf('datalake', [])).toBe('datalake');
});

test('other characters become their hexadecimal code point', () => {
  expect(addressOf('m', 'a_b.c')).toBe('m__a_5f_b_2e_c');
  expect(addressOf('m', 'é😀')).toBe('m___e9__1f600_');
});

test('starts as Terraform wants it', () => {
  expect(addressOf('2024-lake', 'raw')).toBe('_2024-lake__raw');
  expect(addressOf('-lake', 'raw')).toBe('_-lake__raw');
});

const moduleName = fc.stringMatching(/^[a-z0-9-]{1,4}$/);
const part = fc.oneof(
  fc.string({ maxLength: 4 }),
  fc.stringMatching(/^[_0-9a-f]{0,5}$/),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const place = fc.tuple(moduleName, fc.array(part, { maxLength: 3 }));

test('different keys never share an address', () => {
  fc.assert(
    fc.property(place, place, ([module1, key1], [module2, key2]) => {
      const same = JSON.stringify([module1, key1]) === JSON.stringify([module2, key2]);
      expect(addressOf(module1, key1) === addressOf(module2, key2)).toBe(same);
    }),
    { numRuns: 2000 },
  );
});

test('is always a Terraform identifier', () => {
  fc.assert(fc.property(place, ([module, key]) => /^[A-Za-z_][A-Za-z0-9_-]*$/.test(addressOf(module, key))));
});
