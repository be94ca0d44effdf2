import { call, hasExpression } from '../provider/expression';

/** The name of a role, which is the last segment of its ARN: at once where it is literal, as an expression otherwise. */
export function roleNameOf(arn: string): string {
  if (!hasExpression(arn)) return arn.split('/').at(-1) ?? arn;
  return call('element', call('split', '/', arn), -1);
}
