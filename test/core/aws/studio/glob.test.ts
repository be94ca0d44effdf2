import { excludedBy } from '../../../../core/aws/studio/glob';

test.each<[readonly string[], string, boolean]>([
  [[], 'a.py', false],
  [['*.pyc'], 'deep/er/a.pyc', true],
  [['*.pyc'], 'a.py', false],
  [['a.+'], 'aXX', false],
  [['node_modules'], 'x/node_modules/y/z.js', true],
  [['tests/'], 'tests/a.py', true],
  [['tests/**'], 'tests/deep/a.py', true],
  [['tests/*'], 'tests/deep/a.py', true],
  [['tests/*.py'], 'tests/deep/a.py', false],
  [['**/tests/*.py'], 'deep/tests/a.py', true],
  [['**/tests/*.py'], 'tests/a.py', true],
  [['?.py'], 'a.py', true],
  [['?.py'], 'ab.py', false],
  [['tests/**', '!tests/keep.txt'], 'tests/keep.txt', false],
  [['!tests/keep.txt', 'tests/**'], 'tests/keep.txt', true],
])('%j excludes %s: %s', (patterns, file, expected) => {
  expect(excludedBy(patterns, file)).toBe(expected);
});
