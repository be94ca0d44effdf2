import type { Location } from '../../../core/aws/location';
import type { PolicyStatement } from '../../../aws/iam/statement';

/** Who may take a pivot role. */
export interface PivotTrust {
  /** The central account: the one that runs the application, never the one with its pipelines. */
  readonly trustedAccountId: string;
  /** Patterns of principals of that account, such as `role/*graphql-role`. */
  readonly trustedPrincipals: readonly [string, ...string[]];
  /** Without it whoever reaches one of the principals could be made to use another customer's role. */
  readonly externalId: string;
}

const assume = { actions: ['sts:AssumeRole'] };

/** The trust policy of a pivot role: chosen principals of the central account with the external id, and services. */
export function pivotTrust(
  { partition, account }: Pick<Location, 'partition' | 'account'>,
  { trustedAccountId, trustedPrincipals, externalId }: PivotTrust,
): readonly PolicyStatement[] {
  const trusted = `arn:${partition}:iam::${trustedAccountId}`;
  return [
    {
      sid: 'LakeFormation',
      ...assume,
      principals: { Service: ['lakeformation.amazonaws.com'] },
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    },
    // These do not say for which account they act; a role can be passed to them in its own account only.
    {
      sid: 'Services',
      ...assume,
      principals: { Service: ['glue.amazonaws.com', 'lambda.amazonaws.com'] },
    },
    {
      sid: 'CentralAccount',
      ...assume,
      principals: { AWS: [`${trusted}:root`] },
      conditions: {
        StringEquals: { 'sts:ExternalId': externalId },
        ArnLike: { 'aws:PrincipalArn': trustedPrincipals.map((principal) => `${trusted}:${principal}`) },
      },
    },
  ];
}
