import { refusal, type Assumption, type Session } from '../../../../emulator/services/sts/trust';

export const role = 'arn:aws:iam::111111111111:role/people/target';
export const account = 'arn:aws:iam::111111111111:root';

/** A call with plain keys that passes nothing but what it must. */
export const user: Assumption = {
  caller: {
    kind: 'user',
    arn: 'arn:aws:iam::111111111111:user/someone',
    id: 'AIDASOMEONE',
    account: '111111111111',
  },
  callerTags: {},
  session: undefined,
  role: { arn: role, tags: {} },
  sessionName: 'me',
  externalId: undefined,
  sourceIdentity: undefined,
  tags: {},
  transitiveTagKeys: [],
  namesDevice: false,
  sourceIp: '127.0.0.1',
  userAgent: 'terraform',
  region: 'eu-west-1',
  time: new Date('2026-03-01T12:00:00Z'),
};

export const plain: Session = {
  tags: {},
  transitiveTagKeys: [],
  sourceIdentity: undefined,
  issued: new Date('2026-03-01T11:00:00Z'),
};

/** A call with the keys of a role's session. */
export const session: Assumption = {
  ...user,
  caller: {
    kind: 'role',
    arn: 'arn:aws:iam::111111111111:role/people/deployer',
    id: 'AROADEPLOYER',
    account: '111111111111',
    session: 'ci',
  },
  session: plain,
};

export type Json = Readonly<Record<string, unknown>>;

export const allow = (Principal: unknown, Condition: Json = {}, more: Json = {}): Json => ({
  Effect: 'Allow',
  Action: 'sts:AssumeRole',
  Principal,
  Condition,
  ...more,
});
export const deny = (Condition: Json, more: Json = {}): Json => ({
  ...allow('*', Condition),
  Effect: 'Deny',
  ...more,
});

export function refused(statements: Json | readonly Json[], by: Assumption = user): string | undefined {
  return refusal(JSON.stringify({ Version: '2012-10-17', Statement: statements }), by);
}

export const trusts = (statements: Json | readonly Json[], by: Assumption = user): boolean =>
  refused(statements, by) === undefined;
