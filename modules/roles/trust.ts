import type { Principals } from '../../aws/iam/policy';
import type { Conditions, PolicyStatement } from '../../aws/iam/statement';
import { userConditions } from '../../core/aws/user-statements';
import type { ConfigPath } from '../../core/config/locate';
import type { ModuleScope } from '../../core/module/scope';
import type { Text } from '../../core/platform/text';
import type { RoleConfig } from './config';
import { readTrustedPrincipal } from './trusted-principal';

/** ARN of a federation's SAML provider, by its key. */
export type Federations = ReadonlyMap<string, string>;

interface Trusted {
  readonly principals: Principals;
  readonly action: 'sts:AssumeRole' | 'sts:AssumeRoleWithSAML';
}

/**
 * Who may assume a role: the first principal with the conditions, its further actions with the same (assuming the
 * role may be among them), then one statement for each further principal.
 */
export function trustStatements(
  scope: ModuleScope,
  role: RoleConfig,
  federations: Federations,
  from: ConfigPath,
): readonly PolicyStatement[] {
  const first = trusted(scope, role.trustedPrincipal, federations);
  const written = userConditions(role.assumeRoleTrustConditions ?? {}, (text) => scope.value(text));
  return [
    statement(scope, first, [first.action], written),
    ...(role.additionalTrustedActions.length > 0
      ? [statement(scope, first, role.additionalTrustedActions, written)]
      : []),
    ...role.additionalTrustedPrincipals.map((more, index) => {
      const other = trusted(scope, more.trustedPrincipal, federations);
      const actions = [other.action, ...more.additionalTrustedActions];
      return {
        ...statement(scope, other, actions, {}),
        from: [...from, 'additionalTrustedPrincipals', index],
      };
    }),
  ];
}

function statement(
  scope: ModuleScope,
  { principals, action }: Trusted,
  actions: readonly string[],
  written: Conditions,
): PolicyStatement {
  const conditions = action === 'sts:AssumeRoleWithSAML' ? withAudience(scope, written) : written;
  return { actions, principals, ...(Object.keys(conditions).length > 0 && { conditions }) };
}

/** A SAML assertion must be meant for AWS's sign-in, unless the user's conditions say which audience. */
function withAudience(scope: ModuleScope, written: Conditions): Conditions {
  if (
    Object.values(written).some((keys) => Object.keys(keys).some((key) => key.toLowerCase() === 'saml:aud'))
  )
    return written;
  return { ...written, StringEquals: { ...written.StringEquals, 'SAML:aud': signIn(scope.partition) } };
}

function signIn(partition: string): string {
  if (partition === 'aws-cn') return 'https://signin.amazonaws.cn/saml';
  return partition === 'aws-us-gov'
    ? 'https://signin.amazonaws-us-gov.com/saml'
    : 'https://signin.aws.amazon.com/saml';
}

function trusted(scope: ModuleScope, written: Text, federations: Federations): Trusted {
  const principal = readTrustedPrincipal(written);
  switch (principal?.kind) {
    case 'service':
      return { principals: { Service: [scope.value(principal.service)] }, action: 'sts:AssumeRole' };
    case 'account':
      return accountRoot(scope, scope.value(principal.account));
    case 'arn':
      return { principals: { AWS: [scope.value(principal.arn)] }, action: 'sts:AssumeRole' };
    case 'federation':
      return {
        principals: { Federated: [federations.get(principal.federation) ?? ''] },
        action: 'sts:AssumeRoleWithSAML',
      };
    case 'this account':
    case undefined:
      return accountRoot(scope, scope.account);
  }
}

function accountRoot(scope: ModuleScope, account: string): Trusted {
  return { principals: { AWS: [`arn:${scope.partition}:iam::${account}:root`] }, action: 'sts:AssumeRole' };
}
