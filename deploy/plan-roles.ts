import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountRoles, roleVariable } from '../core/platform/account-roles';
import type { StackPlan } from '../core/platform/stacks';
import type { Synthesized } from '../core/synthesize';

/** The arguments for Terraform; or the account that lacks a plan role, undefined for that of the environment. */
export type PlanRoles = { readonly args: readonly string[] } | { readonly lackingIn: string | undefined };

/**
 * With which roles a stack is planned by plan roles: one in its own account, and one in each other account that it
 * has a provider for.
 */
export function planRoles(
  { platform, outdir }: Pick<Synthesized, 'platform' | 'outdir'>,
  { id, environment }: StackPlan,
): PlanRoles {
  const { planRoleArn, assumeDeployRole } = environment;
  if (planRoleArn === undefined || !assumeDeployRole) return { lackingIn: undefined };
  const args = [argument(roleVariable(), planRoleArn)];
  for (const account of otherAccounts(join(outdir, 'stacks', id, 'cdk.tf.json'))) {
    const role = accountRoles(platform, environment, account)?.plan;
    if (role === undefined) return { lackingIn: account };
    args.push(argument(roleVariable(account), role));
  }
  return { args };
}

/** The accounts that a stack has a role variable for, beside its own. */
function otherAccounts(file: string): readonly string[] {
  const json = JSON.parse(readFileSync(file, 'utf8')) as { readonly variable?: object };
  const beginning = roleVariable('');
  return Object.keys(json.variable ?? {})
    .filter((variable) => variable.startsWith(beginning))
    .map((variable) => variable.slice(beginning.length));
}

function argument(variable: string, role: string): string {
  return `-var=${variable}=${role}`;
}
