import { IAMClient, TagUserCommand, UntagUserCommand } from '@aws-sdk/client-iam';
import {
  AssumeRoleCommand,
  GetCallerIdentityCommand,
  STSClient,
  type AssumeRoleCommandInput,
} from '@aws-sdk/client-sts';
import { assumeRole, assumedEnv, createDeployRole } from '../../../../emulator/identities';
import { MotoClient } from '../../../../emulator/proxy/moto-client';
import { createRole } from '../../../../emulator/roles';
import type { Sandbox } from '../../../../emulator/sandbox';
import { gateway, home, makeRole, sdk } from '../../client';

/** Sessions of roles. */
export function stsSuite(sandbox: () => Sandbox): void {
  function assume(RoleArn: string, environment = sandbox().env, more: Partial<AssumeRoleCommandInput> = {}) {
    const sts = new STSClient(sdk(sandbox(), environment));
    return sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'me', ...more }));
  }

  /** The environment with the keys of a session. */
  async function sessionEnv(...call: Parameters<typeof assume>): Promise<Record<string, string>> {
    const { Credentials } = await assume(...call);
    return {
      ...sandbox().env,
      AWS_ACCESS_KEY_ID: Credentials?.AccessKeyId ?? '',
      AWS_SECRET_ACCESS_KEY: Credentials?.SecretAccessKey ?? '',
      AWS_SESSION_TOKEN: Credentials?.SessionToken ?? '',
    };
  }

  describe('sts-assume-role', () => {
    test('a session of the deploying role says who it is', async () => {
      const environment = await assumedEnv(sandbox(), await createDeployRole(sandbox(), 'who'), 'me');
      const identity = await new STSClient(sdk(sandbox(), environment)).send(
        new GetCallerIdentityCommand({}),
      );
      expect(identity.Arn).toBe(`arn:aws:sts::${sandbox().account}:assumed-role/terralake-sandbox-who/me`);
    });

    test.each([
      ['a role that does not exist', 'arn:aws:iam::123456789012:role/nobody'],
      ['a role of an account without it', 'arn:aws:iam::222222222222:role/deploy'],
    ])('%s is refused', async (_what, arn) => {
      await expect(assume(arn)).rejects.toMatchObject({ name: 'AccessDenied' });
    });

    test('a role that trusts only a service is refused', async () => {
      const arn = await makeRole(sandbox(), 'for-glue', {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { Service: 'glue.amazonaws.com' },
      });
      await expect(assume(arn)).rejects.toMatchObject({ name: 'AccessDenied' });
    });

    test('a role that trusts another role takes its sessions only', async () => {
      const deployer = await createDeployRole(sandbox(), 'first');
      const second = await makeRole(sandbox(), 'second', {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { AWS: deployer },
      });
      await expect(assume(second)).rejects.toMatchObject({ name: 'AccessDenied' });
      const answer = await assume(second, await assumedEnv(sandbox(), deployer, 'me'));
      expect(answer.AssumedRoleUser?.Arn).toContain('assumed-role/second/me');
    });

    test.each([
      ['StringEquals', 'sts:ExternalId', 'secret'],
      ['StringEqualsIgnoreCase', 'sts:ExternalId', 'SECRET'],
    ])('%s of %s takes the right one only', async (operator, key, wanted) => {
      const arn = await makeRole(sandbox(), `asks-by-${operator}`, {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { AWS: sandbox().account },
        Condition: { [operator]: { [key]: wanted }, IpAddress: { 'aws:SourceIp': '127.0.0.0/8' } },
      });
      await expect(assume(arn)).rejects.toMatchObject({ name: 'AccessDenied' });
      const wrong = assume(arn, sandbox().env, { ExternalId: 'wrong' });
      await expect(wrong).rejects.toMatchObject({ name: 'AccessDenied' });
      const answer = await assume(arn, sandbox().env, { ExternalId: 'secret' });
      expect(answer.Credentials?.AccessKeyId).toBeDefined();
    });

    test('tags and the source identity of a session count, also for the next role', async () => {
      const actions = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'];
      const trusting = (name: string, Condition: object) =>
        makeRole(sandbox(), name, {
          Effect: 'Allow',
          Action: actions,
          Principal: { AWS: sandbox().account },
          Condition,
        });
      const first = await trusting('tagged', { StringEquals: { 'aws:RequestTag/team': 'a' } });
      const second = await trusting('chained', {
        StringEquals: { 'aws:PrincipalTag/team': 'a', 'sts:SourceIdentity': 'ana' },
        StringLike: { 'aws:userid': 'AROA*:me' },
      });
      await expect(assume(first)).rejects.toMatchObject({ name: 'AccessDenied' });
      const Tags = [{ Key: 'team', Value: 'a' }];
      const passing = { Tags, TransitiveTagKeys: ['team'], SourceIdentity: 'ana' };
      const environment = await sessionEnv(first, sandbox().env, passing);
      const chained = await sessionEnv(second, environment);
      // Nothing is passed any more, and still it counts.
      expect((await assume(second, chained)).AssumedRoleUser?.Arn).toContain('assumed-role/chained/me');
      await expect(assume(second)).rejects.toMatchObject({ name: 'AccessDenied' });
    });

    test('tags of a user in IAM count', async () => {
      const arn = await makeRole(sandbox(), 'for-tagged', {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { AWS: sandbox().account },
        Condition: { StringEquals: { 'aws:PrincipalTag/team': 'a' } },
      });
      await expect(assume(arn)).rejects.toMatchObject({ name: 'AccessDenied' });
      const iam = new IAMClient(sdk(sandbox()));
      const UserName = 'terralake-sandbox';
      await iam.send(new TagUserCommand({ UserName, Tags: [{ Key: 'Team', Value: 'a' }] }));
      expect((await assume(arn)).Credentials?.AccessKeyId).toBeDefined();
      await iam.send(new UntagUserCommand({ UserName, TagKeys: ['Team'] }));
    });

    test('what the sandbox cannot know is refused, and named', async () => {
      const arn = await makeRole(sandbox(), 'for-organization', {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { AWS: '*' },
        Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } },
      });
      await expect(assume(arn)).rejects.toMatchObject({
        name: 'AccessDenied',
        message: expect.stringContaining(
          'the sandbox cannot know whether aws:PrincipalOrgID StringEquals o-1',
        ),
      });
    });
  });

  test('sts-duration: gives sessions as long as it says, and an hour to another role', async () => {
    const RoleArn = await createRole(sandbox(), { name: 'team' });
    const assume = (key: string | undefined, seconds: number) => {
      const client = new MotoClient(Number(new URL(sandbox().proxyUrl).port), key);
      const parameters = { RoleArn, RoleSessionName: 'me', DurationSeconds: String(seconds) };
      return client.query(home(sandbox()), 'sts', '2011-06-15', { Action: 'AssumeRole', ...parameters });
    };
    const user = sandbox().env['AWS_ACCESS_KEY_ID'];
    await expect(assume(user, 7200)).rejects.toThrow(/MaxSessionDuration/);
    await gateway(sandbox()).query(home(sandbox()), 'iam', '2010-05-08', {
      Action: 'UpdateRole',
      RoleName: 'team',
      MaxSessionDuration: '7200',
    });
    await assume(user, 7200);
    const session = await assumeRole(sandbox(), RoleArn, 'first');
    await assume(session.accessKeyId, 3600);
    await expect(assume(session.accessKeyId, 7200)).rejects.toThrow(/role chaining/);
  });
}
