import fc from 'fast-check';
import { codes, isCode, scope, type Code } from '../../diagnostics/code';

test('a scope makes codes of its own, typed', () => {
  const acme = scope('acme');
  const code: 'acme/12' = acme(12);
  expect(code).toBe('acme/12');
  expect(acme('no-public-bucket')).toBe('acme/no-public-bucket');
  expect(isCode(code)).toBe(true);
});

test('no scope can pass for Terralake’s own', () => {
  // @ts-expect-error its scope is closed
  expect(() => scope('tl')).toThrow(TypeError);
  // @ts-expect-error its scope is closed
  expect(() => scope('TL')).toThrow(TypeError);
  // @ts-expect-error not in the list
  const unknown: Code = 'TL999';
  for (const none of [
    unknown,
    'tl/410',
    'TL/410',
    'acme',
    'acme/',
    '/12',
    'a/b/c',
    'acme/1 2',
    12,
    undefined,
  ])
    expect(isCode(none)).toBe(false);
  expect(Object.keys(codes).every(isCode)).toBe(true);
});

const word = fc.oneof(fc.stringMatching(/^[a-zA-Z0-9\/-]{1,4}$/), fc.string());

test('whatever a scope makes is a code; everything else throws', () => {
  fc.assert(
    fc.property(word, fc.oneof(word, fc.integer()), (name, rule) => {
      let made: unknown;
      try {
        made = scope(name as 'x')(rule);
      } catch (cause) {
        return cause instanceof TypeError;
      }
      return isCode(made) && made === `${name}/${rule}`;
    }),
  );
});
