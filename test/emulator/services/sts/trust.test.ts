import { trusts } from '../../../../emulator/services/sts/trust';

const user = { arn: 'arn:aws:iam::111111111111:user/someone' };
const session = { arn: 'arn:aws:sts::111111111111:assumed-role/deployer/me' };

function allow(principal: unknown, condition = {}): object {
  return { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal, Condition: condition };
}

test.each([
  ['the account', { AWS: '111111111111' }],
  ["the account's root", { AWS: 'arn:aws:iam::111111111111:root' }],
  ['the user', { AWS: ['arn:aws:iam::222222222222:root', user.arn] }],
  ['anybody', '*'],
])('%s may', (_who, principal) => {
  expect(trusts({ Statement: [allow(principal)] }, user)).toBe(true);
});

test.each([
  ['another account', { AWS: 'arn:aws:iam::222222222222:root' }],
  ['a service', { Service: 'glue.amazonaws.com' }],
  ['a federation', { Federated: 'arn:aws:iam::111111111111:saml-provider/x' }],
])('a user may not where only %s may', (_who, principal) => {
  expect(trusts({ Statement: [allow(principal)] }, user)).toBe(false);
});

test('a session may what its role may, also a role with a path', () => {
  const role = { AWS: 'arn:aws:iam::111111111111:role/people/deployer' };
  expect(trusts({ Statement: [allow(role)] }, session)).toBe(true);
});

test('a denial wins', () => {
  const denied = { ...allow('*'), Effect: 'Deny' };
  expect(trusts({ Statement: [allow('*'), denied] }, user)).toBe(false);
});

test('an external id must be given', () => {
  const policy = { Statement: [allow('*', { StringEquals: { 'sts:ExternalId': 'secret' } })] };
  expect(trusts(policy, user)).toBe(false);
  expect(trusts(policy, { ...user, externalId: 'secret' })).toBe(true);
});

test('a condition on the principal is held against its role', () => {
  const only = (arn: string): object => ({
    Statement: [allow('*', { ArnLike: { 'aws:PrincipalArn': arn } })],
  });
  expect(trusts(only('arn:aws:iam::*:role/dep*'), session)).toBe(true);
  expect(trusts(only('arn:aws:iam::*:role/other'), session)).toBe(false);
});
