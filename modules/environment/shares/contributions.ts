import type { PolicyStatement } from '../../../aws/iam/statement';
import type { Contributing, DatasetContributions } from '../datasets/contributions';
import type { DatasetFacts } from '../datasets/facts';
import type { EnvironmentFacts } from '../facts';
import { alike, byRoleArns, until, viaS3 } from './conditions';
import { bucketActions, keyActions } from './permissions';
import { acceptedShares, withinAccount, type AcceptedShare } from './resolve';

/** What all accepted shares of the platform add to the policies of the datasets of an environment. */
export function contributing(owner: EnvironmentFacts, all: readonly EnvironmentFacts[]): Contributing {
  const shares = acceptedShares(owner, all);
  return (dataset) =>
    contributionsTo(
      dataset,
      shares.filter((share) => share.dataset.path === dataset.path),
    );
}

function contributionsTo(dataset: DatasetFacts, shares: readonly AcceptedShare[]): DatasetContributions {
  if (dataset.imported) return { bucketStatements: [], keyStatements: [] };
  const from = [...dataset.from, 'accepts'];
  return {
    bucketStatements: [...bucketShares(dataset, shares), ...delegation(dataset, shares)].map((statement) => ({
      ...statement,
      from,
    })),
    keyStatements: keyUse(dataset, shares).map((statement) => ({ ...statement, from })),
  };
}

/** Shares of whole buckets: those of an account that are alike have one statement. */
function bucketShares(
  { bucketArn }: DatasetFacts,
  shares: readonly AcceptedShare[],
): readonly PolicyStatement[] {
  const whole = shares.filter(({ items }) => items.bucket);
  return alike(whole, ({ requester, permissions, ends }) => [
    requester.location.account,
    permissions.join('/'),
    ends,
  ]).map((group) => {
    const [{ requester, permissions, ends }] = group;
    const who = byRoleArns(
      requester.location,
      group.map(({ principal }) => principal.roleArn),
    );
    return {
      sid: ['Share', ...permissions, requester.location.account, ends].join(' '),
      actions: bucketActions(permissions),
      resources: [bucketArn, `${bucketArn}/*`],
      principals: who.principals,
      conditions: { ...who.conditions, ...until(ends) },
    };
  });
}

/** Folders are shared by access points of the owner's account: each says itself who may do what, and below which prefix. */
function delegation(
  { bucketArn, environment: { location } }: DatasetFacts,
  shares: readonly AcceptedShare[],
): readonly PolicyStatement[] {
  const folders = shares.filter(({ items }) => items.folders.length > 0);
  const accounts = [...new Set(folders.map(({ requester }) => requester.location.account))].sort();
  return [
    {
      sid: 'AccessPoints',
      actions: [...new Set(folders.flatMap(({ permissions }) => bucketActions(permissions)))].sort(),
      resources: [bucketArn, `${bucketArn}/*`],
      principals: { AWS: accounts.map((account) => `arn:${location.partition}:iam::${account}:root`) },
      conditions: { StringEquals: { 's3:DataAccessPointAccount': location.account } },
    },
  ];
}

/** Within the account of the key its policy leaves it to the policies of the roles. */
function keyUse(
  { environment: { location } }: DatasetFacts,
  shares: readonly AcceptedShare[],
): readonly PolicyStatement[] {
  const files = shares.filter(
    (share) => !withinAccount(share) && (share.items.bucket || share.items.folders.length > 0),
  );
  return alike(files, ({ requester, permissions, ends }) => [
    requester.location.account,
    keyActions(permissions).join('/'),
    ends,
  ]).map((group) => {
    const [{ requester, permissions, ends }] = group;
    const who = byRoleArns(
      requester.location,
      group.map(({ principal }) => principal.roleArn),
    );
    return {
      sid: ['Share', ...permissions, requester.location.account, ends].join(' '),
      actions: keyActions(permissions),
      resources: ['*'],
      principals: who.principals,
      conditions: { ...who.conditions, ...viaS3(location.region), ...until(ends) },
    };
  });
}
