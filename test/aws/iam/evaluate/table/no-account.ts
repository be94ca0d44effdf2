import { account, allow, allowTo, anonymous, docs, other, read, rootArn, trail, type Row } from './row';

/** Callers of no account: services and the public. */
export const noAccount: readonly Row[] = [
  {
    name: 'anonymous without a bucket policy',
    source: docs.principal,
    ...read,
    caller: anonymous,
    identity: [allow()],
    expected: 'implicitly denied',
  },
  {
    name: 'anonymous and everybody',
    source: docs.principal,
    ...read,
    caller: anonymous,
    policy: [allowTo('*')],
    expected: 'allowed',
  },
  {
    name: 'anonymous and every AWS principal, which is the same',
    source: docs.principal,
    ...read,
    caller: anonymous,
    policy: [allowTo({ AWS: '*' })],
    expected: 'allowed',
  },
  {
    name: 'anonymous and an account',
    source: docs.principal,
    ...read,
    caller: anonymous,
    policy: [allowTo({ AWS: account })],
    expected: 'implicitly denied',
  },
  {
    name: 'a service that is named',
    source: docs.principal,
    ...read,
    caller: trail,
    policy: [allowTo({ Service: trail.service })],
    expected: 'allowed',
  },
  {
    name: 'another service',
    source: docs.principal,
    ...read,
    caller: trail,
    policy: [allowTo({ Service: 'logs.amazonaws.com' })],
    expected: 'implicitly denied',
  },
  {
    name: 'a service has no identity policies',
    source: docs.principal,
    ...read,
    caller: trail,
    identity: [allow()],
    expected: 'implicitly denied',
  },
  {
    name: 'a service and the account',
    source: docs.principal,
    ...read,
    caller: trail,
    policy: [allowTo({ AWS: rootArn })],
    expected: 'implicitly denied',
  },
  {
    name: 'a service on behalf of the account',
    source: docs.keys,
    ...read,
    caller: trail,
    policy: [
      allowTo({ Service: trail.service }, 's3:GetObject', '*', {
        Condition: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    ],
    context: { 'aws:SourceAccount': account },
    expected: 'allowed',
  },
  {
    name: 'a service on behalf of another account',
    source: docs.keys,
    ...read,
    caller: trail,
    policy: [
      allowTo({ Service: trail.service }, 's3:GetObject', '*', {
        Condition: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    ],
    context: { 'aws:SourceAccount': other },
    expected: 'implicitly denied',
  },
  {
    name: 'a service on behalf of nobody knows whom',
    source: docs.keys,
    ...read,
    caller: trail,
    policy: [
      allowTo({ Service: trail.service }, 's3:GetObject', '*', {
        Condition: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    ],
    otherwise: 'unknown',
    expected: 'unknown',
  },
];
