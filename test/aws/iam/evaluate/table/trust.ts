import { allow, docs, other, roleArn, rootArn, type Json, type Row } from './row';

const provider = 'arn:aws:iam::111122223333:saml-provider/corp';
const federated = { kind: 'federated', provider } as const;
const taking = {
  action: 'sts:AssumeRole',
  resource: 'arn:aws:iam::111122223333:role/target',
  kind: 'trust',
  decides: true,
} as const;
const trusts = (Principal: unknown, more: Json = {}): Json => ({
  Effect: 'Allow',
  Principal,
  Action: 'sts:AssumeRole',
  ...more,
});

/** Who may take a role. */
export const trust: readonly Row[] = [
  {
    name: 'a federated caller of the provider',
    source: docs.principal,
    ...taking,
    action: 'sts:AssumeRoleWithSAML',
    caller: federated,
    policy: [trusts({ Federated: provider }, { Action: 'sts:AssumeRoleWithSAML' })],
    expected: 'allowed',
  },
  {
    name: 'a federated caller of another provider',
    source: docs.principal,
    ...taking,
    action: 'sts:AssumeRoleWithSAML',
    caller: federated,
    policy: [trusts({ Federated: `${provider}2` }, { Action: 'sts:AssumeRoleWithSAML' })],
    expected: 'implicitly denied',
  },
  {
    name: 'a role trusts a role of its account',
    source: docs.trust,
    ...taking,
    policy: [trusts({ AWS: roleArn })],
    expected: 'allowed',
  },
  {
    name: 'a role trusts its account, which lets the caller',
    source: docs.trust,
    ...taking,
    identity: [allow('sts:AssumeRole', taking.resource)],
    policy: [trusts({ AWS: rootArn })],
    expected: 'allowed',
  },
  {
    name: 'a role trusts its account, which does not let the caller',
    source: docs.trust,
    ...taking,
    policy: [trusts({ AWS: rootArn })],
    expected: 'implicitly denied',
  },
  {
    name: 'a role trusts a service only',
    source: docs.trust,
    ...taking,
    identity: [allow('sts:*', '*')],
    policy: [trusts({ Service: 'glue.amazonaws.com' })],
    expected: 'implicitly denied',
  },
  {
    name: 'a service takes its role',
    source: docs.trust,
    ...taking,
    caller: { kind: 'service', service: 'glue.amazonaws.com' },
    policy: [trusts({ Service: 'glue.amazonaws.com' })],
    expected: 'allowed',
  },
  {
    name: 'a role of another account needs both sides',
    source: docs.cross,
    ...taking,
    resourceAccount: other,
    policy: [trusts({ AWS: roleArn })],
    expected: 'implicitly denied',
  },
  {
    name: 'a role of another account with both sides',
    source: docs.cross,
    ...taking,
    resourceAccount: other,
    identity: [allow('sts:AssumeRole', '*')],
    policy: [trusts({ AWS: roleArn })],
    expected: 'allowed',
  },
  {
    name: 'a role trusts with an external id that is given',
    source: docs.trust,
    ...taking,
    policy: [trusts({ AWS: roleArn }, { Condition: { StringEquals: { 'sts:ExternalId': 'x' } } })],
    context: { 'sts:ExternalId': 'x' },
    expected: 'allowed',
  },
  {
    name: 'a role trusts with an external id that is not given',
    source: docs.trust,
    ...taking,
    policy: [trusts({ AWS: roleArn }, { Condition: { StringEquals: { 'sts:ExternalId': 'x' } } })],
    expected: 'implicitly denied',
  },
];
