import { refusal, type Assumption } from '../../../../emulator/services/sts/trust';
import { account, allow, deny, plain, refused, session, trusts, user, type Json } from './trust-calls';

describe('who', () => {
  test.each<[string, unknown, Assumption]>([
    ['the account', { AWS: '111111111111' }, user],
    ["the account's root", { AWS: account }, user],
    ['the user', { AWS: ['arn:aws:iam::222222222222:root', 'arn:aws:iam::111111111111:user/someone'] }, user],
    ['anybody', '*', user],
    ['anybody of AWS', { AWS: '*' }, session],
    [
      'the role of a session, with its path',
      { AWS: 'arn:aws:iam::111111111111:role/people/deployer' },
      session,
    ],
    ['the session', { AWS: 'arn:aws:sts::111111111111:assumed-role/deployer/ci' }, session],
    [
      'root',
      { AWS: account },
      { ...user, caller: { kind: 'root', account: '111111111111', partition: 'aws' } },
    ],
  ])('%s may', (_who, principal, by) => {
    expect(refused(allow(principal), by)).toBeUndefined();
  });

  test.each<[string, unknown, Assumption]>([
    ['another account', { AWS: 'arn:aws:iam::222222222222:root' }, user],
    ['a service', { Service: 'glue.amazonaws.com' }, user],
    ['a federation', { Federated: 'arn:aws:iam::111111111111:saml-provider/x' }, user],
    ['a role of the name in another path', { AWS: 'arn:aws:iam::111111111111:role/deployer' }, session],
    ['another session', { AWS: 'arn:aws:sts::111111111111:assumed-role/deployer/other' }, session],
    // AWS takes a star for everybody only, not for a part of an ARN.
    ['a pattern', { AWS: 'arn:aws:iam::111111111111:role/people/*' }, session],
  ])('nobody may where only %s may', (_who, principal, by) => {
    expect(trusts(allow(principal), by)).toBe(false);
  });

  test('a role of another account may where its account may', () => {
    const foreign = { ...session, role: { arn: 'arn:aws:iam::222222222222:role/target', tags: {} } };
    expect(trusts(allow({ AWS: account }), foreign)).toBe(true);
    expect(trusts(allow({ AWS: '222222222222' }), foreign)).toBe(false);
  });

  test('NotPrincipal spares nobody but whom it lists', () => {
    const others = {
      Effect: 'Deny',
      Action: 'sts:AssumeRole',
      NotPrincipal: { AWS: 'arn:aws:iam::222222222222:root' },
    };
    const me = { ...others, NotPrincipal: { AWS: [account, 'arn:aws:iam::111111111111:user/someone'] } };
    expect(trusts([allow('*'), others])).toBe(false);
    expect(trusts([allow('*'), me])).toBe(true);
    // It names the role, but neither its account nor its session: AWS may refuse.
    const half = { ...others, NotPrincipal: { AWS: 'arn:aws:iam::111111111111:role/people/deployer' } };
    expect(refused([allow('*'), half], session)).toContain('the sandbox cannot know');
  });

  test('a denial wins', () => {
    expect(trusts([allow('*'), deny({})])).toBe(false);
  });

  test('a policy that says nothing trusts nobody', () => {
    expect(refusal('{}', user)).toContain('sts:AssumeRole');
    expect(refusal('nonsense', user)).toContain('sts:AssumeRole');
  });
});

describe('what for', () => {
  const only = (more: Json): Json => ({ Effect: 'Allow', Principal: '*', ...more });

  test.each<[string, Json, boolean]>([
    ['an action in any case', only({ Action: 'STS:assumerole' }), true],
    ['a pattern', only({ Action: ['sts:Assume*'] }), true],
    ['another action', only({ Action: 'sts:AssumeRoleWithSAML' }), false],
    ['NotAction of another', only({ NotAction: 'sts:TagSession' }), true],
    ['NotAction of this one', only({ NotAction: 'sts:Assume*' }), false],
  ])('%s', (_what, statement, expected) => {
    expect(trusts(statement)).toBe(expected);
  });

  test('tags and a source identity need actions of their own', () => {
    const tagged = { ...user, tags: { team: 'a' } };
    expect(refused(allow('*'), tagged)).toContain('is not authorized to perform: sts:TagSession on resource');
    expect(trusts(allow('*', {}, { Action: ['sts:AssumeRole', 'sts:TagSession'] }), tagged)).toBe(true);
    const named = { ...user, sourceIdentity: 'ana' };
    expect(refused(allow('*'), named)).toContain('sts:SetSourceIdentity');
    expect(trusts(allow('*', {}, { Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'] }), named)).toBe(true);
  });

  test('so do those that the session of the caller carries on', () => {
    const carrying = { ...session, session: { ...plain, tags: { team: 'a' }, transitiveTagKeys: ['team'] } };
    expect(refused(allow('*'), carrying)).toContain('sts:TagSession');
    const ending = { ...session, session: { ...plain, tags: { team: 'a' } } };
    expect(trusts(allow('*'), ending)).toBe(true);
    const named = { ...session, session: { ...plain, sourceIdentity: 'ana' } };
    expect(refused(allow('*'), named)).toContain('sts:SetSourceIdentity');
  });
});
