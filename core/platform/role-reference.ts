import type { Text } from './text';

/**
 * MDAA's reference to a role that exists or is made elsewhere. At least one of id, arn and name is there;
 * `scope.role` finds out the others where they are needed.
 */
export interface RoleReference {
  readonly refId?: Text;
  /** The unique id (`AROA…`). */
  readonly id?: Text;
  readonly arn?: Text;
  readonly name?: Text;
  /** No policy is ever attached to the role; resource policies may name it. */
  readonly immutable: boolean;
  /** `name` is the name of an IAM Identity Center permission set. */
  readonly sso: boolean;
}
