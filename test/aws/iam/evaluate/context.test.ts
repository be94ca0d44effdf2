import { absent, callerContext, requestContext, unknown } from '../../../../aws/iam/evaluate/context';
import type { Caller } from '../../../../aws/iam/evaluate/request';
import { anonymous, role, root, trail, user } from './table/row';

test('keys have no case; a text that says "absent" is a text', () => {
  const context = requestContext(
    { 'aws:TagKeys': ['a', 'b'], 'x:a': 'absent', 'x:b': absent, 'x:c': unknown, 'x:d': 'unknown' },
    'absent',
  );
  expect(['AWS:tagkeys', 'X:A', 'x:b', 'x:c', 'x:d', 'x:e'].map((key) => context.get(key))).toEqual([
    ['a', 'b'],
    ['absent'],
    'absent',
    'unknown',
    ['unknown'],
    'absent',
  ]);
});

test('other keys are absent, unknown, or what a function says of them', () => {
  expect(requestContext({}, 'unknown').get('x:a')).toBe('unknown');
  const tags = requestContext({ 'x:a': '1' }, (key) =>
    key.startsWith('aws:resourcetag/') ? [key] : 'absent',
  );
  expect(['x:A', 'aws:ResourceTag/Team', 'x:b'].map((key) => tags.get(key))).toEqual([
    ['1'],
    ['aws:resourcetag/team'],
    'absent',
  ]);
});

test.each<[string, Caller, readonly unknown[]]>([
  [
    'a role',
    role,
    [[role.arn], [role.account], ['AssumedRole'], ['AROAANALYST:jo'], 'absent', ['false'], 'absent'],
  ],
  ['a user', user, [[user.arn], [user.account], ['User'], ['AIDAMO'], ['mo'], ['false'], 'absent']],
  [
    'the root user',
    root,
    [
      ['arn:aws:iam::111122223333:root'],
      [root.account],
      ['Account'],
      [root.account],
      'absent',
      ['false'],
      'absent',
    ],
  ],
  ['a service', trail, ['absent', 'absent', 'unknown', 'unknown', 'absent', ['true'], [trail.service]]],
  [
    'a federated caller',
    { kind: 'federated', provider: 'p' },
    ['absent', 'absent', 'unknown', 'unknown', 'absent', ['false'], 'absent'],
  ],
  [
    'the public',
    anonymous,
    ['absent', 'absent', ['Anonymous'], ['anonymous'], 'absent', ['false'], 'absent'],
  ],
])('what AWS says of %s', (_name, caller, expected) => {
  const context = requestContext(callerContext(caller), 'absent');
  const keys = [
    'aws:PrincipalArn',
    'aws:PrincipalAccount',
    'aws:PrincipalType',
    'aws:userid',
    'aws:username',
    'aws:PrincipalIsAWSService',
    'aws:PrincipalServiceName',
  ];
  expect(keys.map((key) => context.get(key))).toEqual(expected);
});
