import { keyVariables, type Keys } from './environment';
import { MotoClient } from './proxy/moto-client';
import { allowAssume, createRole, deleteRole } from './roles';
import type { Sandbox } from './sandbox';
import { keysIn } from './user';

const IAM_VERSION = '2010-05-08';
const STS_VERSION = '2011-06-15';
const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';

/** Where a deploy role is made, and whom it trusts. */
export interface DeployRoleOptions {
  /** @default the sandbox's own */
  readonly account?: string;
  /** ARNs of who may assume it. @default everybody of its account */
  readonly trusts?: readonly string[];
  /** What they have to say. */
  readonly externalId?: string;
}

/** Makes a role to run Terraform as, `terralake-sandbox-<name>`, which may do everything; answers its ARN. */
export async function createDeployRole(
  sandbox: Sandbox,
  name: string,
  options: DeployRoleOptions = {},
): Promise<string> {
  const { account = sandbox.account, externalId } = options;
  const { trusts = [`arn:aws:iam::${account}:root`] } = options;
  const asked = externalId !== undefined && { Condition: { StringEquals: { 'sts:ExternalId': externalId } } };
  return createRole(sandbox, {
    name: deployRoleName(name),
    account,
    trust: [{ ...allowAssume(...trusts), ...asked }],
    managedPolicies: [ADMINISTRATOR],
  });
}

/** Removes a role that {@link createDeployRole} made. */
export async function deleteDeployRole(sandbox: Sandbox, name: string, account: string): Promise<void> {
  const RoleName = deployRoleName(name);
  const detach = { Action: 'DetachRolePolicy', PolicyArn: ADMINISTRATOR, RoleName };
  await sandbox.moto.query({ account, region: sandbox.region }, 'iam', IAM_VERSION, detach);
  await deleteRole(sandbox, RoleName, account);
}

function deployRoleName(name: string): string {
  return `terralake-sandbox-${name}`;
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
