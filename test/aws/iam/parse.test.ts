import { parsePolicy } from '../../../aws/iam/parse';
import type { Policy, PolicyKind } from '../../../aws/iam/policy';

const parse = (document: string | object, kind: PolicyKind = 'resource'): Policy =>
  parsePolicy(document, { kind, name: 'the policy' });
const statement = { Effect: 'Allow', Action: 's3:*', Resource: '*' };

test('one statement, keys in any case, single values and lists, values that are no texts', () => {
  const document = {
    version: '2012-10-17',
    STATEMENT: {
      SID: 'One',
      effect: 'Deny',
      PRINCIPAL: { aws: '1', SERVICE: ['a', 'b'] },
      action: 's3:*',
      notresource: ['x', 'y'],
      condition: { Bool: { 'aws:SecureTransport': false }, NumericLessThan: { 'x:a': [1, 2], 'x:b': '3' } },
    },
  };
  expect(parse(JSON.stringify(document))).toEqual({
    kind: 'resource',
    name: 'the policy',
    statements: [
      {
        sid: 'One',
        effect: 'Deny',
        principals: { AWS: ['1'], Service: ['a', 'b'] },
        actions: ['s3:*'],
        notResources: ['x', 'y'],
        conditions: [
          { operator: 'Bool', key: 'aws:SecureTransport', values: ['false'] },
          { operator: 'NumericLessThan', key: 'x:a', values: ['1', '2'] },
          { operator: 'NumericLessThan', key: 'x:b', values: ['3'] },
        ],
        variables: true,
        policy: 'the policy',
        index: 0,
        origin: undefined,
      },
    ],
  });
});

test('everybody, and everybody but some', () => {
  const { statements } = parse({
    Statement: [
      { ...statement, Principal: '*' },
      { Effect: 'Deny', NotPrincipal: { Federated: 'f', CanonicalUser: 'c' }, NotAction: 'a:b' },
    ],
  });
  expect(statements).toMatchObject([
    { index: 0, principals: '*' },
    { index: 1, notPrincipals: { Federated: ['f'], CanonicalUser: ['c'] }, notActions: ['a:b'] },
  ]);
});

test.each([
  ['2012-10-17', true],
  ['2008-10-17', false],
  [undefined, false],
])('version %s has variables: %s', (Version, variables) => {
  expect(parse({ ...(Version && { Version }), Statement: statement }).statements[0]).toMatchObject({
    variables,
  });
});

test('where a statement comes from is asked with its position and id', () => {
  const origin = jest.fn(() => undefined);
  parsePolicy(
    { Statement: [{ ...statement, Sid: 'A' }, statement] },
    { kind: 'identity', name: 'p', origin },
  );
  expect(origin.mock.calls).toEqual([
    [0, 'A'],
    [1, undefined],
  ]);
});

test.each<[string, string | object]>([
  ['no JSON', '{'],
  ['no map', '[]'],
  ['no Statement', { Version: '2012-10-17' }],
  ['a statement that is a text', { Statement: 'x' }],
  ['another effect', { Statement: { ...statement, Effect: 'allow' } }],
  ['no action', { Statement: { Effect: 'Allow', Resource: '*' } }],
  ['an action that is a map', { Statement: { ...statement, Action: {} } }],
  ['a principal that is a text', { Statement: { ...statement, Principal: '123' } }],
  ['a principal of another kind', { Statement: { ...statement, Principal: { AWS: '1', Group: 'g' } } }],
  ['a condition that is a list', { Statement: { ...statement, Condition: [] } }],
  ['an operator without keys', { Statement: { ...statement, Condition: { Bool: 'true' } } }],
])('%s is an error that names the policy', (_name, document) => {
  expect(() => parse(document)).toThrow(/the policy/);
});

test.each<PolicyKind>(['identity', 'boundary', 'session'])(
  'without resource it is no policy of kind %s',
  (kind) => {
    expect(() => parse({ Statement: { Effect: 'Allow', Action: '*' } }, kind)).toThrow(/the policy/);
  },
);
