import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountRoles, roleVariable } from '../../core/platform/account-roles';
import type { Environment, Platform } from '../../core/platform/platform';
import { UsageError } from '../shared/usage-error';

/**
 * The arguments with which a stack is planned by plan roles: one for its own account, and one for each other
 * account that it has a provider for.
 * @throws UsageError where an environment has no plan role that could be assumed, or another account none
 */
export function planRoles(
  { platform, outdir }: { readonly platform: Platform; readonly outdir: string },
  stack: string,
  environment: Environment,
): readonly string[] {
  const { domain, name, planRoleArn, assumeDeployRole } = environment;
  if (planRoleArn === undefined || !assumeDeployRole) {
    throw new UsageError(
      `--as plan needs planRoleArn and assumeDeployRole: true, which ${domain}/${name} lacks`,
      'Set both on the environment.',
    );
  }
  const others = otherAccounts(join(outdir, 'stacks', stack, 'cdk.tf.json')).map((account) => {
    const role = accountRoles(platform, environment, account)?.plan;
    if (role !== undefined) return argument(roleVariable(account), role);
    throw new UsageError(
      `--as plan needs a plan role in the account ${account}, where stack "${stack}" reads or works too`,
      'Give an environment of that account a `planRoleArn:`, or write the one of this environment with `{{account}}`.',
    );
  });
  return [argument(roleVariable(), planRoleArn), ...others];
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
