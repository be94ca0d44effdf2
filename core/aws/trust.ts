import type { PolicyStatement } from '../../aws/iam/statement';

/** Trust in a service of AWS, for what it does on behalf of the account where that is known. */
export function trustInService(
  service: string,
  {
    actions = ['sts:AssumeRole'],
    account,
  }: { readonly actions?: readonly string[]; readonly account?: string } = {},
): PolicyStatement {
  return {
    actions,
    principals: { Service: [service] },
    ...(account !== undefined && { conditions: { StringEquals: { 'aws:SourceAccount': account } } }),
  };
}
