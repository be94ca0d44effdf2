import { said } from '../../../access/live/policies';
import { parsePolicy } from '../../../aws/iam/parse';

const text = (statement: object) => {
  const { statements } = parsePolicy(
    { Statement: { Effect: 'Allow', ...statement } },
    { kind: 'identity', name: 'p' },
  );
  return said(statements[0]!);
};
const whole = {
  Principal: { AWS: ['a', 'b'] },
  Action: ['s3:a', 's3:b'],
  Resource: '*',
  Condition: { StringEquals: { x: ['1', '2'], y: '3' }, Bool: { z: 'true' } },
};

test('order and the form of single values do not matter', () => {
  const other = {
    Principal: { AWS: ['b', 'a'] },
    Action: ['s3:b', 's3:a'],
    Resource: ['*'],
    Condition: { Bool: { z: true }, StringEquals: { y: ['3'], x: ['2', '1'] } },
  };
  expect(text(other)).toBe(text(whole));
});

test.each([
  ['effect', { Effect: 'Deny' }],
  ['principal', { Principal: { AWS: ['a'] } }],
  ['kind of principal', { Principal: { Service: ['a', 'b'] } }],
  ['action', { Action: ['s3:a'] }],
  ['negated resource', { Resource: undefined, NotResource: '*' }],
  ['condition', { Condition: { Bool: { z: 'true' } } }],
  ['operator', { Condition: { ...whole.Condition, Bool: undefined, Null: { z: 'true' } } }],
])('another %s is another statement', (_what, change) => {
  const statement = JSON.parse(JSON.stringify({ ...whole, ...change })) as object;
  expect(text(statement)).not.toBe(text(whole));
});
