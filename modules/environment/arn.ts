/** The account in an ARN, or an empty text. */
export function accountOfArn(arn: string): string {
  return arn.split(':')[4] ?? '';
}
