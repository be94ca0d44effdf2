import type { Assumption } from '../../../../emulator/services/sts/trust';
import { account, allow, deny, plain, refused, role, session, trusts, user, type Json } from './trust-calls';

describe('on which conditions', () => {
  const secret = { ...user, externalId: 'Secret' };
  const tagged = { ...user, callerTags: { Team: 'finance' } };
  const sets = (Condition: Json): Json =>
    allow('*', Condition, { Action: ['sts:AssumeRole', 'sts:TagSession'] });
  const tagging = { ...user, tags: { team: 'a', cost: 'b' } };

  test.each<[string, Json, Assumption, boolean]>([
    ['an external id that is given', { StringEquals: { 'sts:ExternalId': 'Secret' } }, secret, true],
    ['another external id', { StringEquals: { 'sts:ExternalId': 'other' } }, secret, false],
    ['no external id', { StringEquals: { 'sts:ExternalId': 'Secret' } }, user, false],
    ['an external id in any case', { StringEqualsIgnoreCase: { 'sts:ExternalId': 'SECRET' } }, secret, true],
    [
      'a wrong external id in any case',
      { StringEqualsIgnoreCase: { 'sts:ExternalId': 'other' } },
      secret,
      false,
    ],
    ['none of the refused ids', { StringNotEqualsIgnoreCase: { 'sts:ExternalId': 'secret' } }, secret, false],
    ['a key in any case', { StringEquals: { 'STS:EXTERNALID': 'Secret' } }, secret, true],
    ['a session name', { StringLike: { 'sts:RoleSessionName': '${aws:username}' } }, user, false],
    [
      'its own name',
      { StringLike: { 'sts:RoleSessionName': '${aws:username}' } },
      { ...user, sessionName: 'someone' },
      true,
    ],
    [
      'a variable without value',
      { StringLike: { 'sts:RoleSessionName': '${aws:PrincipalTag/x}*' } },
      user,
      false,
    ],
    ['an external id at all', { Null: { 'sts:ExternalId': 'false' } }, user, false],
    ['an external id at all, which is given', { Null: { 'sts:ExternalId': 'false' } }, secret, true],
    ['no external id at all', { Null: { 'sts:ExternalId': 'true' } }, secret, false],
    ['a tag at all', { Null: { 'aws:PrincipalTag/team': 'false' } }, user, false],
    ['a tag at all, which the user has', { Null: { 'aws:PrincipalTag/team': 'false' } }, tagged, true],
    ['a tag of the user', { StringEquals: { 'aws:PrincipalTag/TEAM': 'finance' } }, tagged, true],
    ['another tag of the user', { StringEquals: { 'aws:PrincipalTag/team': 'people' } }, tagged, false],
    ['MFA', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }, user, false],
    ['MFA of a session', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }, session, false],
    ['MFA where there is any', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } }, user, true],
    [
      'MFA where there is any, of a session',
      { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } },
      session,
      false,
    ],
    ['fresh MFA', { NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } }, user, false],
    ['a time to come', { DateGreaterThan: { 'aws:CurrentTime': '2026-06-01T00:00:00Z' } }, user, false],
    ['a time gone by', { DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } }, user, true],
    ['seconds', { NumericLessThan: { 'aws:EpochTime': '1700000000' } }, user, false],
    ['seconds to come', { NumericLessThan: { 'aws:EpochTime': '1900000000' } }, user, true],
    ['a fresh session', { DateGreaterThan: { 'aws:TokenIssueTime': '2026-03-01T10:00:00Z' } }, session, true],
    [
      'a session, of a user',
      { DateGreaterThan: { 'aws:TokenIssueTime': '2026-03-01T10:00:00Z' } },
      user,
      false,
    ],
    ['an address elsewhere', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, user, false],
    [
      'the address of the sandbox',
      { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '127.0.0.0/8'] } },
      user,
      true,
    ],
    ['no address elsewhere', { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, user, true],
    ['TLS', { Bool: { 'aws:SecureTransport': 'true' } }, user, true],
    ['a region', { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } }, user, false],
    [
      'the role of a session',
      { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/people/dep*' } },
      session,
      true,
    ],
    ['another role', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/other' } }, session, false],
    ['an id of a role', { StringLike: { 'aws:userId': 'AROADEPLOYER:*' } }, session, true],
    ['an id of another', { StringLike: { 'aws:userId': 'AROAOTHER:*' } }, session, false],
    ['an account', { StringEquals: { 'aws:PrincipalAccount': '222222222222' } }, user, false],
    ['a service behind it', { StringEquals: { 'aws:SourceAccount': '111111111111' } }, user, false],
    ['a service behind it, if any', { StringEqualsIfExists: { 'aws:SourceAccount': '1' } }, user, true],
    ['a private network', { StringEquals: { 'aws:SourceVpce': 'vpce-1' } }, user, false],
    [
      'a key of another service',
      { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
      user,
      false,
    ],
    [
      'several at once',
      { StringEquals: { 'sts:ExternalId': 'Secret', 'aws:PrincipalAccount': '2' } },
      secret,
      false,
    ],
  ])('%s', (_what, condition, by, expected) => {
    expect(trusts(allow('*', condition), by)).toBe(expected);
    // What is not known would show here: all of these are.
    expect(refused(allow('*', condition), by) ?? '').not.toContain('cannot know');
  });

  test.each<[string, Json, Assumption, boolean]>([
    ['a tag that is passed', { StringEquals: { 'aws:RequestTag/Team': 'a' } }, tagging, true],
    ['another value of it', { StringEquals: { 'aws:RequestTag/team': 'b' } }, tagging, false],
    ['a tag that is not passed', { StringEquals: { 'aws:RequestTag/team': 'a' } }, user, false],
    [
      'these tags at most',
      { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team', 'cost'] } },
      tagging,
      true,
    ],
    ['fewer tags', { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] } }, tagging, false],
    ['no tags, at most these', { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] } }, user, true],
    ['one of these tags', { 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['team', 'x'] } }, tagging, true],
    ['none of these tags', { 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['x'] } }, tagging, false],
    ['no tags at all', { 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['team'] } }, user, false],
    [
      'what is carried on',
      { 'ForAllValues:StringEquals': { 'sts:TransitiveTagKeys': ['team'] } },
      { ...tagging, transitiveTagKeys: ['cost'] },
      false,
    ],
  ])('%s', (_what, condition, by, expected) => {
    expect(trusts(sets(condition), by)).toBe(expected);
  });

  test('tags of a session count as those of its role, and before them', () => {
    const team = { StringEquals: { 'aws:PrincipalTag/team': 'a' } };
    const own = { ...session, callerTags: { team: 'b' } };
    expect(trusts(allow('*', team), own)).toBe(false);
    expect(trusts(allow('*', team), { ...own, session: { ...plain, tags: { Team: 'a' } } })).toBe(true);
  });

  test('tags of the role that is taken', () => {
    const condition = { StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } };
    const both = { ...tagged, role: { arn: role, tags: { team: 'finance' } } };
    expect(trusts(allow('*', condition), both)).toBe(true);
    expect(trusts(allow('*', condition), tagged)).toBe(false);
  });

  test('the source identity, passed or carried on', () => {
    const ana = { StringEquals: { 'sts:SourceIdentity': 'ana' } };
    const named = (Condition: Json): Json =>
      allow('*', Condition, { Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'] });
    expect(trusts(named(ana), { ...user, sourceIdentity: 'ana' })).toBe(true);
    expect(trusts(named(ana), { ...user, sourceIdentity: 'bob' })).toBe(false);
    const carried = { ...session, session: { ...plain, sourceIdentity: 'ana' } };
    expect(trusts(named(ana), carried)).toBe(true);
    expect(trusts(named({ StringEquals: { 'aws:SourceIdentity': 'ana' } }), carried)).toBe(true);
    expect(refused(named({}), { ...carried, sourceIdentity: 'bob' })).toContain('sts:SetSourceIdentity');
  });
});

describe('what the sandbox cannot know is refused, and named', () => {
  const device = { ...user, namesDevice: true };
  const foreign = { ...session, session: undefined };
  const carrying = { ...session, session: { ...plain, tags: { team: 'a' }, transitiveTagKeys: ['Team'] } };

  test.each<[string, Json, Assumption]>([
    ['aws:PrincipalOrgID', { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }, user],
    ['aws:PrincipalOrgID', { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } }, user],
    ['aws:PrincipalOrgPaths', { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-1/*' } }, user],
    ['aws:MultiFactorAuthPresent', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }, device],
    ['aws:MultiFactorAuthAge', { NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } }, device],
    ['aws:PrincipalTag/team', { StringEquals: { 'aws:PrincipalTag/team': 'a' } }, foreign],
    ['aws:RequestTag/team', { StringEquals: { 'aws:RequestTag/team': 'a' } }, carrying],
    ['aws:TagKeys', { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] } }, carrying],
    ['saml:sub', { StringEquals: { 'saml:sub': 'ana' } }, foreign],
    ['sts:SourceIdentity', { Null: { 'sts:SourceIdentity': 'true' } }, foreign],
    ['aws:NobodyKnows', { Null: { 'aws:NobodyKnows': 'true' } }, user],
    ['sts:ExternalId', { StringAlmostEquals: { 'sts:ExternalId': 'x' } }, user],
  ])('%s in %j', (key, condition, by) => {
    expect(refused(allow('*', condition), by)).toMatch(
      new RegExp(
        `^User: .* is not authorized to perform: sts:AssumeRole on resource: ${role}: the sandbox cannot know whether ${key} `,
      ),
    );
  });

  test('a denial that may hold refuses too', () => {
    const elsewhere = deny({ StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } });
    expect(refused([allow('*'), elsewhere])).toContain('whether aws:PrincipalOrgID StringNotEquals o-1');
  });

  test('it does not matter where something else decides', () => {
    const organization = allow('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } });
    expect(trusts([organization, allow({ AWS: account })])).toBe(true);
    expect(
      refused(allow({ AWS: '222222222222' }, { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } })),
    ).not.toContain('cannot know');
  });
});
