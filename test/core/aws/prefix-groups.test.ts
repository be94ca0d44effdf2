import { groupByPrefixes, isWithin, outermost } from '../../../core/aws/prefix-groups';

test('members that share their prefixes are one group, in an order of their own', () => {
  const prefixes: Record<string, readonly string[]> = { x: ['b', 'a'], y: ['a', 'b', 'a'], z: [], w: ['a'] };
  expect(groupByPrefixes(['x', 'y', 'z', 'w'], (member) => prefixes[member]!)).toEqual([
    { prefixes: [], members: ['z'] },
    { prefixes: ['a'], members: ['w'] },
    { prefixes: ['a', 'b'], members: ['x', 'y'] },
  ]);
});

test('nothing reached and the whole bucket are two groups', () => {
  expect(groupByPrefixes([[], ['']], (prefixes) => prefixes)).toHaveLength(2);
});

test('the outermost prefixes', () => {
  expect(outermost(['a/b', 'a', 'ab', 'c/d'])).toEqual(['a', 'ab', 'c/d']);
  expect(outermost(['a', ''])).toEqual(['']);
});

test.each([
  ['a/b', 'a', true],
  ['a', 'a', true],
  ['ab', 'a', false],
  ['a', 'a/b', false],
  ['a', '', true],
])('%s is within %s: %s', (prefix, other, expected) => {
  expect(isWithin(prefix, other)).toBe(expected);
});
