import { MotoClient, tagged, type Place } from './call';
import { keyVariables, type Keys } from './environment';
import type { Sandbox } from './sandbox';

const IAM_VERSION = '2010-05-08';
const STS_VERSION = '2011-06-15';
const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';
const USER = 'terralake-sandbox';

/** Makes the user whose keys the sandbox hands out. */
export async function createSandboxUser(moto: MotoClient, place: Place): Promise<Keys> {
  const iam = (parameters: Record<string, string>): Promise<string> =>
    moto.query(place, 'iam', IAM_VERSION, { ...parameters, UserName: USER });
  await iam({ Action: 'CreateUser' });
  await iam({ Action: 'AttachUserPolicy', PolicyArn: ADMINISTRATOR });
  return keysIn(await iam({ Action: 'CreateAccessKey' }));
}

/** Makes a role to run Terraform as, `terralake-sandbox-<name>`, which its account may assume; answers its ARN. */
export async function createDeployRole(sandbox: Sandbox, name: string): Promise<string> {
  const RoleName = `terralake-sandbox-${name}`;
  const place = { account: sandbox.account, region: sandbox.region };
  const trust = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { AWS: `arn:aws:iam::${sandbox.account}:root` },
      },
    ],
  };
  const created = await sandbox.moto.query(place, 'iam', IAM_VERSION, {
    Action: 'CreateRole',
    RoleName,
    AssumeRolePolicyDocument: JSON.stringify(trust),
  });
  await sandbox.moto.query(place, 'iam', IAM_VERSION, {
    Action: 'AttachRolePolicy',
    RoleName,
    PolicyArn: ADMINISTRATOR,
  });
  return tagged(created, 'Arn')[0] ?? '';
}

/** The keys of a role's session; refused when the role's trust policy does not allow the sandbox's user. */
export async function assumeRole(sandbox: Sandbox, roleArn: string, sessionName: string): Promise<Keys> {
  const gateway = new MotoClient(Number(new URL(sandbox.proxyUrl).port), sandbox.env['AWS_ACCESS_KEY_ID']);
  const place = { account: sandbox.account, region: sandbox.region };
  const parameters = { Action: 'AssumeRole', RoleArn: roleArn, RoleSessionName: sessionName };
  return keysIn(await gateway.query(place, 'sts', STS_VERSION, parameters));
}

/** The sandbox's environment with the keys of a role's session. */
export async function assumedEnv(
  sandbox: Sandbox,
  roleArn: string,
  sessionName: string,
): Promise<Record<string, string>> {
  return { ...sandbox.env, ...keyVariables(await assumeRole(sandbox, roleArn, sessionName)) };
}

function keysIn(answer: string): Keys {
  const sessionToken = tagged(answer, 'SessionToken')[0];
  return {
    accessKeyId: tagged(answer, 'AccessKeyId')[0] ?? '',
    secretAccessKey: tagged(answer, 'SecretAccessKey')[0] ?? '',
    ...(sessionToken ? { sessionToken } : {}),
  };
}
