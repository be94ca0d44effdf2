import { Fn, Token } from 'cdktf';

/** The name of a role, which is the last segment of its ARN: at once where it is literal, as an expression otherwise. */
export function roleNameOf(arn: string): string {
  if (!Token.isUnresolved(arn)) return arn.split('/').at(-1) ?? arn;
  return Token.asString(Fn.element(Fn.split('/', arn), -1));
}
