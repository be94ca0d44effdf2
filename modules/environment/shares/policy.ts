import type { PolicyStatement } from '../../../aws/iam/statement';
import { packStatements, partSuffix, inParts } from '../../../aws/iam/pack';
import type { EnvironmentFacts } from '../facts';
import type { NameParts } from '../names';
import { accessPointArn } from './access-points';
import { catalogStatements } from './catalog-statements';
import { alike, below, until } from './conditions';
import { keyStatements } from './key-statements';
import { bucketActions, objectActions } from './permissions';
import { isAccepted, sharesOf, type AcceptedShare, type SharePrincipal } from './resolve';

/** What one principal of an environment gets by all its accepted shares. */
export interface SharePolicy {
  readonly principal: SharePrincipal;
  readonly shares: readonly [AcceptedShare, ...AcceptedShare[]];
  readonly name: string;
  readonly parts: NameParts;
  readonly statements: readonly PolicyStatement[];
}

/** The share policies of an environment: one, of as many documents as it takes, for each principal with an accepted share. */
export function sharePoliciesOf(
  requester: EnvironmentFacts,
  all: readonly EnvironmentFacts[],
): readonly SharePolicy[] {
  const accepted = sharesOf(requester, all).filter(isAccepted);
  return alike(accepted, ({ principal }) => principal.key).map((shares) => {
    const [{ principal }] = shares;
    const parts = ['share-policy', ...principal.id];
    const name = requester.names.name('policy', parts);
    return { principal, shares, name, parts, statements: statementsOf(requester, shares) };
  });
}

/** Names of the managed policies that a share policy becomes. */
export function policyNames({ name, statements }: SharePolicy): readonly string[] {
  return packStatements(statements).map((_, index) => `${name}${partSuffix(index)}`);
}

function statementsOf(
  requester: EnvironmentFacts,
  shares: readonly AcceptedShare[],
): readonly PolicyStatement[] {
  return [
    ...buckets(shares),
    ...shares.flatMap((share) => folders(share)),
    ...keyStatements(requester, shares),
    ...catalogStatements(requester, shares),
  ];
}

const ending = ({ permissions, ends }: AcceptedShare) => [permissions.join('/'), ends];

function buckets(shares: readonly AcceptedShare[]): readonly PolicyStatement[] {
  return alike(
    shares.filter(({ items }) => items.bucket),
    ending,
  ).flatMap((group) => {
    const [{ permissions, ends }] = group;
    const arns = group.flatMap(({ dataset: { bucketArn } }) => [bucketArn, `${bucketArn}/*`]);
    return inParts(arns, (resources) => ({
      from: ['shares'],
      sid: ['Buckets', ...permissions].join(' '),
      actions: bucketActions(permissions),
      resources,
      conditions: until(ends),
    }));
  });
}

/** Below the prefixes: through the access point, or in an imported bucket, whose policy is not ours, at once. */
function folders(share: AcceptedShare): readonly PolicyStatement[] {
  const { dataset, items, permissions, ends, from } = share;
  if (items.folders.length === 0) return [];
  const prefixes = items.folders.map(({ prefix }) => below(prefix));
  const root = dataset.imported ? dataset.bucketArn : accessPointArn(share);
  const objects = dataset.imported ? root : `${root}/object`;
  return [
    ...(permissions.includes('Read')
      ? [
          {
            from,
            sid: 'List folders',
            actions: ['s3:ListBucket'],
            resources: [root],
            conditions: { StringLike: { 's3:prefix': prefixes }, ...until(ends) },
          },
        ]
      : []),
    {
      from,
      sid: ['Folders', ...permissions].join(' '),
      actions: objectActions(permissions),
      resources: prefixes.map((prefix) => `${objects}/${prefix}`),
      conditions: until(ends),
    },
  ];
}
