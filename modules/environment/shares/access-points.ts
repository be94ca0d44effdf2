import { arnOf } from '../../../core/aws/location';
import type { PolicyStatement } from '../../../aws/iam/statement';
import type { DatasetFacts } from '../datasets/facts';
import type { EnvironmentFacts } from '../facts';
import type { NameParts } from '../names';
import { alike, below, byRoleArns, until } from './conditions';
import { objectActions } from './permissions';
import { acceptedShares, type AcceptedShare, type SharePrincipal } from './resolve';

/** The way of one principal to the folders of a dataset that are shared with it; it stands in the owner's account. */
export interface AccessPoint {
  readonly dataset: DatasetFacts;
  readonly requester: EnvironmentFacts;
  readonly principal: SharePrincipal;
  readonly name: string;
  /** Of what the name is made. */
  readonly parts: NameParts;
  readonly arn: string;
  /** The whole policy. */
  readonly statements: readonly PolicyStatement[];
}

/** The access points of the datasets of an environment, one for each dataset and principal. */
export function accessPointsOf(
  owner: EnvironmentFacts,
  all: readonly EnvironmentFacts[],
): readonly AccessPoint[] {
  const shares = acceptedShares(owner, all).filter(
    ({ dataset, items }) => !dataset.imported && items.folders.length > 0,
  );
  return alike(shares, ({ dataset, requester, principal }) => [
    dataset.path,
    requester.path,
    ...principal.key,
  ]).map((group) => {
    const [{ dataset, requester, principal }] = group;
    const [name, arn] = [accessPointName(group[0]), accessPointArn(group[0])];
    const parts = accessPointParts(group[0]);
    return { dataset, requester, principal, name, parts, arn, statements: statementsOf(arn, group) };
  });
}

/** Of what the name of the access point is made that a share leads through. */
function accessPointParts({ dataset, requester, principal }: AcceptedShare): NameParts {
  return [dataset.id, ...requester.path.split('/'), ...principal.id];
}

function accessPointName(share: AcceptedShare): string {
  return share.dataset.environment.names.name('access point', accessPointParts(share));
}

/** ARN of the access point that a share leads through. */
export function accessPointArn(share: AcceptedShare): string {
  return arnOf(share.dataset.environment.location, 's3', `accesspoint/${accessPointName(share)}`);
}

/** Listing and objects below the folders; what ends on one day and allows the same is said together. */
function statementsOf(arn: string, shares: readonly AcceptedShare[]): readonly PolicyStatement[] {
  return alike(shares, ({ permissions, ends }) => [permissions.join('/'), ends]).flatMap((group) => {
    const [{ dataset, requester, principal, permissions, ends }] = group;
    const prefixes = [
      ...new Set(group.flatMap(({ items }) => items.folders.map(({ prefix }) => below(prefix)))),
    ];
    const who = byRoleArns(requester.location, [principal.roleArn]);
    const from = [...dataset.from, 'accepts'];
    return [
      ...(permissions.includes('Read')
        ? [
            {
              from,
              sid: ['List', ends].join(' '),
              actions: ['s3:ListBucket'],
              resources: [arn],
              principals: who.principals,
              conditions: { ...who.conditions, StringLike: { 's3:prefix': prefixes }, ...until(ends) },
            },
          ]
        : []),
      {
        from,
        sid: [...permissions, ends].join(' '),
        actions: objectActions(permissions),
        resources: prefixes.map((prefix) => `${arn}/object/${prefix}`),
        principals: who.principals,
        conditions: { ...who.conditions, ...until(ends) },
      },
    ];
  });
}
