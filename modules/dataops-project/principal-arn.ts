import type { ModuleScope } from '../../core/module/scope';
import { Text } from '../../core/platform/text';
import type { Grantee } from './grantee';

/** The ARN of somebody who is granted something. */
export function principalArn(scope: ModuleScope, { principal }: Grantee): string {
  return principal instanceof Text ? scope.value(principal) : scope.role(principal).arn;
}
