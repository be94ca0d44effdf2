import { decide } from '../../../../aws/iam/evaluate/decide';
import type { Decision } from '../../../../aws/iam/evaluate/judge';
import { unknown } from '../../../../aws/iam/evaluate/context';
import {
  allow,
  allowTo,
  authorizationOf,
  deny,
  denyTo,
  key,
  object,
  other,
  read,
  requestOf,
  roleArn,
  rootArn,
  type Json,
  type Row,
} from './table/row';

const ask = (row: Partial<Row>): Decision => {
  const full: Row = { name: '', source: '', expected: 'unknown', ...read, ...row };
  return decide(requestOf(full), authorizationOf(full));
};
const sids = ({ because }: Decision): readonly string[] =>
  because.map(({ kind, statement }) => `${kind} ${statement.sid ?? '-'}`);
const named = (Sid: string, statement: Json): Json => ({ ...statement, Sid });
const secure = { Condition: { Bool: { 'aws:SecureTransport': 'true' }, Null: { 'aws:userid': 'false' } } };

test('allowed: the statements that allow, and those that had to let it pass', () => {
  const decision = ask({
    identity: [named('A', allow()), named('B', allow('s3:PutObject')), named('C', deny('s3:PutObject'))],
    boundary: [named('D', allow('*', '*'))],
    policy: [named('E', allowTo({ AWS: rootArn }))],
  });
  expect(sids(decision)).toEqual(['identity A', 'boundary D']);
  expect(decision.missing).toEqual([]);
});

test('allowed by the session: the boundary has no part in it', () => {
  const decision = ask({ boundary: [named('A', allow('s3:PutObject'))], policy: [named('B', allowTo('*'))] });
  expect(sids(decision)).toEqual(['resource B']);
});

test('allowed from another account: both sides', () => {
  const decision = ask({
    resourceAccount: other,
    identity: [named('A', allow())],
    policy: [named('B', allowTo({ AWS: rootArn }))],
  });
  expect(sids(decision)).toEqual(['identity A', 'resource B']);
});

test('allowed by a grant: it is called so', () => {
  const decision = ask({
    action: 'kms:Decrypt',
    resource: key,
    decides: true,
    policy: [],
    grants: [{ grantee: roleArn, operations: ['Decrypt'] }],
  });
  expect(decision.because.map(({ statement }) => statement.policy)).toEqual([
    `grant of the key to ${roleArn}`,
  ]);
});

test('explicitly denied: the statements that deny, and no other', () => {
  const decision = ask({
    identity: [named('A', allow()), named('B', deny())],
    policy: [named('C', denyTo('*')), named('D', denyTo({ AWS: other }))],
  });
  expect(sids(decision)).toEqual(['identity B', 'resource C']);
});

test('implicitly denied: what nearly allows, with the conditions that are open', () => {
  const decision = ask({
    identity: [
      named('A', allow('s3:GetObject', '*', secure)),
      named('B', allow('s3:PutObject')),
      named('C', allow('*', 'arn:aws:s3:::hr/*')),
    ],
    context: { 'aws:SecureTransport': 'false' },
  });
  expect(sids(decision)).toEqual(['identity A']);
  expect(decision.because[0]).toMatchObject({
    matches: 'no',
    open: [{ condition: { operator: 'Bool', key: 'aws:SecureTransport', values: ['true'] }, holds: 'no' }],
  });
  expect(decision.missing).toEqual(['identity']);
});

test('implicitly denied: a statement for another principal', () => {
  const decision = ask({ policy: [named('A', allowTo({ AWS: other }))] });
  expect(sids(decision)).toEqual(['resource A']);
  expect(decision.because[0]).toMatchObject({ matches: 'no', open: [] });
  expect(decision.missing).toEqual(['identity', 'resource']);
});

test.each<[string, Partial<Row>, Decision['missing']]>([
  ['nothing', {}, ['identity']],
  ['a boundary', { identity: [allow()], boundary: [] }, ['boundary']],
  ['a session policy', { identity: [allow()], session: [] }, ['session']],
  ['both limits', { identity: [allow()], boundary: [], session: [] }, ['boundary', 'session']],
  ['the other account', { resourceAccount: other, identity: [allow()] }, ['resource']],
  ['the own account', { resourceAccount: other, policy: [allowTo({ AWS: roleArn })] }, ['identity']],
  [
    'a key that names nobody',
    { action: 'kms:Decrypt', resource: key, decides: true, policy: [] },
    ['resource'],
  ],
  [
    'a key that names the account',
    {
      action: 'kms:Decrypt',
      resource: key,
      decides: true,
      policy: [allowTo({ AWS: rootArn }, 'kms:*', '*')],
    },
    ['identity'],
  ],
  [
    'a role that trusts nobody',
    { action: 'sts:AssumeRole', resource: roleArn, decides: true, kind: 'trust', policy: [] },
    ['trust'],
  ],
  ['an anonymous caller', { caller: { kind: 'anonymous' } }, ['resource']],
  [
    'an access point',
    {
      resource: object,
      identity: [],
      policy: [allowTo('*')],
      accessPoint: { arn: 'arn:aws:s3:eu-west-1:1:accesspoint/p', account: '111122223333' },
    },
    ['identity'],
  ],
])('what is missing: %s', (_name, row, missing) => {
  const decision = ask(row);
  expect(decision.outcome).toBe('implicitly denied');
  expect(decision.missing).toEqual(missing);
});

test('unknown: the statements whose conditions decide', () => {
  const open = { Condition: { StringEquals: { 'x:k': 'a' } } };
  const decision = ask({
    identity: [
      named('A', allow()),
      named('B', allow('*', '*', open)),
      named('C', deny('*', '*', open)),
      named('D', deny('s3:PutObject')),
    ],
    context: { 'x:k': unknown },
  });
  expect(decision.outcome).toBe('unknown');
  expect(sids(decision)).toEqual(['identity C']);
  expect(decision.because[0]).toMatchObject({
    matches: 'unknown',
    open: [{ condition: { key: 'x:k' }, holds: 'unknown' }],
  });
});
