import {
  allow,
  allowTo,
  docs,
  other,
  read,
  roleArn,
  rootArn,
  sessionArn,
  trail,
  user,
  type Json,
  type Row,
} from './row';

const denyExcept = (NotPrincipal: unknown): Json => ({
  Effect: 'Deny',
  NotPrincipal,
  Action: 's3:*',
  Resource: '*',
});
const mine = { ...read, identity: [allow()] } as const;

/** Who a deny of all but some is about. */
export const notPrincipal: readonly Row[] = [
  {
    name: 'not denied: account, role and session are all excepted',
    source: docs.notPrincipal,
    ...mine,
    policy: [denyExcept({ AWS: [rootArn, roleArn, sessionArn] })],
    expected: 'allowed',
  },
  {
    name: 'perhaps denied: only the role is excepted',
    source: docs.notPrincipal,
    ...mine,
    policy: [denyExcept({ AWS: roleArn })],
    expected: 'unknown',
  },
  {
    name: 'perhaps denied: only the account is excepted',
    source: docs.notPrincipal,
    ...mine,
    caller: user,
    policy: [denyExcept({ AWS: rootArn })],
    expected: 'unknown',
  },
  {
    name: 'not denied: account and user are excepted',
    source: docs.notPrincipal,
    ...mine,
    caller: user,
    policy: [denyExcept({ AWS: [rootArn, user.arn] })],
    expected: 'allowed',
  },
  {
    name: 'denied: others are excepted',
    source: docs.notPrincipal,
    ...mine,
    policy: [denyExcept({ AWS: [other] })],
    expected: 'explicitly denied',
  },
  {
    name: 'denied: excepted, but with a boundary',
    source: docs.boundaries,
    ...mine,
    boundary: [allow()],
    policy: [denyExcept({ AWS: [rootArn, roleArn, sessionArn] })],
    expected: 'explicitly denied',
  },
  {
    name: 'not denied: the service is excepted',
    source: docs.notPrincipal,
    ...read,
    caller: trail,
    policy: [allowTo({ Service: trail.service }), denyExcept({ Service: trail.service })],
    expected: 'allowed',
  },
  {
    name: 'denied: the service is not excepted',
    source: docs.notPrincipal,
    ...read,
    caller: trail,
    policy: [allowTo({ Service: trail.service }), denyExcept({ AWS: rootArn })],
    expected: 'explicitly denied',
  },
];
