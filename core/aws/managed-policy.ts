import { IamPolicy, IamRolePolicyAttachment } from '../provider/aws';
import type { ConfigPath } from '../config/locate';
import type { AddressKey, ModuleScope, Role } from '../module/scope';
import type { Names } from '../naming/names';
import type { PolicyStatement } from '../../aws/iam/statement';
import { packStatements, partSuffix } from '../../aws/iam/pack';
import { distinct } from './principals';

export interface ManagedPolicyOptions {
  /** The name; a function where statements may need several policies: it gets '', '-2', '-3', …. */
  readonly name: string | ((part: string) => string);
  /** Packed into as few policies as AWS's size limit allows. */
  readonly statements: readonly PolicyStatement[];
  /** Roles to attach the policies to; immutable ones are left alone. */
  readonly attachTo?: readonly Role[];
  /** Where `arn` and `name` are published, such as `managed-policy/wg-usage`. @default nowhere */
  readonly publishAt?: string;
  /** The names to publish under, for a part of the module. @default the module's */
  readonly names?: Names;
  /** The part of the module's YAML that asks for the policy. */
  readonly from?: ConfigPath;
}

/** Managed policies with the statements, attached to roles; returns their ARNs. */
export function managedPolicy(
  scope: ModuleScope,
  key: AddressKey,
  options: ManagedPolicyOptions,
): readonly string[] {
  const { name, statements, attachTo = [], publishAt, names, from } = options;
  return packStatements(statements).map((pack, index) => {
    const part = partSuffix(index);
    const partName = typeof name === 'string' ? `${name}${part}` : name(part);
    const partKey = index === 0 ? [key].flat() : [key, String(index + 1)].flat();
    const policy = scope.add(
      IamPolicy,
      partKey,
      {
        name: partName,
        policy: scope.policy(pack, { kind: 'managed policy', of: `policy ${partName}` }),
      },
      { ...(from && { from }) },
    );
    attachPolicy(scope, partKey, policy.arn, attachTo);
    if (publishAt !== undefined) {
      scope.publish(`${publishAt}${part}/arn`, policy.arn, { ...(names && { names }) });
      scope.publish(`${publishAt}${part}/name`, policy.name, { ...(names && { names }) });
    }
    return policy.arn;
  });
}

/** Attaches a policy to roles, except to immutable ones. */
export function attachPolicy(
  scope: ModuleScope,
  key: AddressKey,
  policyArn: string,
  roles: readonly Role[],
): void {
  for (const role of distinct(roles).filter(({ immutable }) => !immutable)) {
    scope.add(IamRolePolicyAttachment, [key, role.key].flat(), { role: role.name, policyArn });
  }
}
