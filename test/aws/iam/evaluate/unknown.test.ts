import { callerContext, requestContext } from '../../../../aws/iam/evaluate/context';
import { decide } from '../../../../aws/iam/evaluate/decide';
import { comparators } from '../../../../aws/iam/evaluate/comparators';
import type { Outcome } from '../../../../aws/iam/evaluate/judge';
import { parsePolicy } from '../../../../aws/iam/parse';
import { allow, deny, read, requestOf, role, type Json } from './table/row';

const operators = [...comparators.keys()].flatMap((name) =>
  ['', 'ForAllValues:', 'ForAnyValue:'].flatMap((set) => [`${set}${name}`, `${set}${name}IfExists`]),
);

const policy = (statement: Json[]): ReturnType<typeof parsePolicy> =>
  parsePolicy({ Version: '2012-10-17', Statement: statement }, { kind: 'identity', name: 'p' });
const asked = {
  ...requestOf({ name: '', source: '', expected: 'unknown', ...read }),
  context: requestContext(callerContext(role), 'unknown'),
};
const outcome = (...statements: Json[]): Outcome => decide(asked, { identity: [policy(statements)] }).outcome;
const when = (Condition: Json): [string, string, Json] => ['*', '*', { Condition }];

test.each([...operators, 'Null', 'NoSuchOperator', 'StringEqualsTwice'])(
  '%s on an unknown key allows nothing',
  (operator) => {
    expect(outcome(allow(...when({ [operator]: { 'x:k': 'true' } })))).toBe('unknown');
  },
);

test.each([...operators, 'Null', 'NoSuchOperator'])(
  '%s on an unknown key of a deny leaves nothing allowed',
  (operator) => {
    expect(outcome(allow(), deny(...when({ [operator]: { 'x:k': 'true' } })))).toBe('unknown');
  },
);

test.each(['NoSuchOperator', 'ForEachValue:StringEquals', 'Null:StringEquals', ''])(
  'an operator "%s" that AWS does not have is never sure',
  (operator) => {
    const context = requestContext({ ...callerContext(role), 'x:k': 'a' }, 'absent');
    const identity = [policy([allow(...when({ [operator]: { 'x:k': 'a' } }))])];
    expect(decide({ ...asked, context }, { identity }).outcome).toBe('unknown');
  },
);

test('an unknown variable in a resource allows nothing', () => {
  expect(outcome(allow('s3:GetObject', 'arn:aws:s3:::lake/${x:k}/*'))).toBe('unknown');
});

test('an unknown variable where a deny excepts leaves nothing allowed', () => {
  expect(outcome(allow(), { Effect: 'Deny', Action: '*', NotResource: 'arn:aws:s3:::lake/${x:k}/*' })).toBe(
    'unknown',
  );
});

test('identity policies that are not known allow nothing', () => {
  expect(decide(asked, { identity: undefined })).toEqual({
    outcome: 'unknown',
    because: [],
    missing: ['identity'],
  });
});
