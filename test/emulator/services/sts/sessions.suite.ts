import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { assumeRole, assumedEnv, createDeployRole } from '../../../../emulator/identities';
import { MotoClient } from '../../../../emulator/proxy/moto-client';
import { createRole } from '../../../../emulator/roles';
import type { Sandbox } from '../../../../emulator/sandbox';
import { gateway, home, makeRole, sdk } from '../../client';

/** Sessions of roles. */
export function stsSuite(sandbox: () => Sandbox): void {
  function assume(RoleArn: string, environment = sandbox().env) {
    const sts = new STSClient(sdk(sandbox(), environment));
    return sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'me' }));
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
