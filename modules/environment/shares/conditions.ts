import type { Location } from '../../../core/aws/location';
import type { Conditions, PolicyStatement } from '../../../aws/iam/statement';
import { escapeTemplate } from '../../../core/platform/escape';
import type { AcceptedShare } from './resolve';

/** Until the beginning of a day, in UTC. */
export function until(ends: string | undefined): Conditions {
  return ends === undefined ? {} : { DateLessThan: { 'aws:CurrentTime': `${ends}T00:00:00Z` } };
}

/**
 * Roles of an account, named by ARN, so that they need not exist yet. The account has to let them as well, in their
 * own policies: that of the share does.
 */
export function byRoleArns(
  { partition, account }: Pick<Location, 'partition' | 'account'>,
  roleArns: readonly string[],
): Required<Pick<PolicyStatement, 'principals' | 'conditions'>> {
  return {
    principals: { AWS: [`arn:${partition}:iam::${account}:root`] },
    conditions: { ArnEquals: { 'aws:PrincipalArn': [...new Set(roleArns)].sort() } },
  };
}

/** Through S3 alone. */
export function viaS3(region: string): Conditions {
  return { StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` } };
}

/** All keys below a folder, as a pattern. */
export function below(prefix: string): string {
  return `${escapeTemplate(prefix)}*`;
}

/** Shares that are the same by what `sameness` tells of them, in a stable order. */
export function alike(
  shares: readonly AcceptedShare[],
  sameness: (share: AcceptedShare) => readonly (string | undefined)[],
): readonly (readonly [AcceptedShare, ...AcceptedShare[]])[] {
  const groups = new Map<string, [AcceptedShare, ...AcceptedShare[]]>();
  for (const share of shares) {
    const key = sameness(share)
      .map((part) => part ?? '')
      .join(' ');
    const group = groups.get(key);
    if (group) group.push(share);
    else groups.set(key, [share]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
