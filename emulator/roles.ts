import { tagged } from './proxy/xml';
import type { Sandbox } from './sandbox';

const IAM_VERSION = '2010-05-08';

/** A role that stands in an account before the platform comes, such as a consumption role. */
export interface RoleOptions {
  readonly name: string;
  /** @default the sandbox's own */
  readonly account?: string;
  /** With a slash at both ends. @default / */
  readonly path?: string;
  /** The statements of its trust policy. @default its account may assume it */
  readonly trust?: readonly object[];
  /** Managed policies, by ARN. */
  readonly managedPolicies?: readonly string[];
  /** Inline policies: their statements, by name. */
  readonly inlinePolicies?: Readonly<Record<string, readonly object[]>>;
  readonly tags?: Readonly<Record<string, string>>;
}

/** Makes a role in any account; answers its ARN. */
export async function createRole(sandbox: Sandbox, options: RoleOptions): Promise<string> {
  const { name: RoleName, account = sandbox.account, path = '/' } = options;
  const trust = options.trust ?? [allowAssume(`arn:aws:iam::${account}:root`)];
  const iam = (parameters: Record<string, string>): Promise<string> =>
    sandbox.moto.query({ account, region: sandbox.region }, 'iam', IAM_VERSION, { ...parameters, RoleName });
  const created = await iam({
    Action: 'CreateRole',
    Path: path,
    AssumeRolePolicyDocument: document(trust),
    ...tagParameters(options.tags ?? {}),
  });
  for (const PolicyArn of options.managedPolicies ?? []) await iam({ Action: 'AttachRolePolicy', PolicyArn });
  for (const [PolicyName, statements] of Object.entries(options.inlinePolicies ?? {})) {
    await iam({ Action: 'PutRolePolicy', PolicyName, PolicyDocument: document(statements) });
  }
  return tagged(created, 'Arn')[0] ?? '';
}

/** A trust statement: these principals, by ARN or account, may assume the role. */
export function allowAssume(...principals: readonly string[]): object {
  return { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: principals } };
}

/** Deletes a role that nothing is attached to any more. */
export async function deleteRole(sandbox: Sandbox, name: string, account = sandbox.account): Promise<void> {
  const place = { account, region: sandbox.region };
  await sandbox.moto.query(place, 'iam', IAM_VERSION, { Action: 'DeleteRole', RoleName: name });
}

function document(statements: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

function tagParameters(tags: Readonly<Record<string, string>>): Record<string, string> {
  const pairs = Object.entries(tags).flatMap(([key, value], index) => [
    [`Tags.member.${index + 1}.Key`, key],
    [`Tags.member.${index + 1}.Value`, value],
  ]);
  return Object.fromEntries(pairs) as Record<string, string>;
}
