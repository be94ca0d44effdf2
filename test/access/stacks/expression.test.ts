import { parseExpression } from '../../../access/stacks/expression';

test('a reference', () => {
  expect(parseExpression('aws_iam_role.roles__role__data-admin.arn')).toEqual({
    kind: 'reference',
    path: ['aws_iam_role', 'roles__role__data-admin', 'arn'],
  });
});

test('calls, one in another, with texts and numbers', () => {
  expect(parseExpression('element(split("/", data.aws_iam_role.x.arn), -1)')).toEqual({
    kind: 'call',
    name: 'element',
    args: [
      {
        kind: 'call',
        name: 'split',
        args: [
          { kind: 'literal', value: '/' },
          { kind: 'reference', path: ['data', 'aws_iam_role', 'x', 'arn'] },
        ],
      },
      { kind: 'literal', value: -1 },
    ],
  });
});

test.each([
  '',
  'a ? b : c',
  'split("/", ',
  'a.b c.d',
  'f(,)',
  '[for x in y : x]',
  'f("${a}")',
  String.raw`f("\U0001F600")`,
])('anything else is not understood: %s', (source) => {
  expect(parseExpression(source)).toBeUndefined();
});
