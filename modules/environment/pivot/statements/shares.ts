import { arnOf } from '../../../../core/aws/location';
import type { PolicyStatement } from '../../../../aws/iam/statement';
import { inParts } from '../../../../aws/iam/pack';
import { iamArn, of, prefixed, prefixedRoles, type PivotFacts } from './facts';

/** What the names of share policies, and of no others, have in them: by it the role knows which it may attach. */
export const sharePolicyWord = 'share-policy';

/** How Lake Formation calls what it shares with other accounts. */
const lakeFormationShares = { StringLike: { 'ram:ResourceShareName': 'LakeFormation*' } };

/** What gives, and takes away, access to shared data: share policies, access points, shares with other accounts. */
export function shares(facts: PivotFacts): readonly PolicyStatement[] {
  return [...policies(facts), ...accessPoints(facts), ...otherAccounts(facts)];
}

/**
 * Only share policies, and those only on roles of the environment and on its consumption roles. Inline policies are
 * not used: whoever may write them may write anything.
 */
function policies(facts: PivotFacts): readonly PolicyStatement[] {
  const { prefixes, consumptionRoleArns } = facts;
  const ours = prefixes.map((prefix) => iamArn(facts.location, `policy/${prefix}-*${sharePolicyWord}*`));
  return [
    ...inParts([...prefixedRoles(facts), ...consumptionRoleArns], (resources) => ({
      sid: 'AttachSharePolicies',
      actions: of('iam', 'AttachRolePolicy', 'DetachRolePolicy'),
      resources,
      conditions: { ArnLike: { 'iam:PolicyARN': ours } },
    })),
    {
      sid: 'SharePolicies',
      actions: of('iam', 'CreatePolicy', 'DeletePolicy', 'CreatePolicyVersion', 'DeletePolicyVersion'),
      resources: ours,
    },
  ];
}

function accessPoints(facts: PivotFacts): readonly PolicyStatement[] {
  return [
    {
      sid: 'ManagedAccessPoints',
      actions: of(
        's3',
        ...['CreateAccessPoint', 'DeleteAccessPoint'],
        ...['GetAccessPointPolicy', 'PutAccessPointPolicy', 'DeleteAccessPointPolicy'],
        'GetAccessPointPolicyStatus',
      ),
      resources: prefixed(facts, 's3', 'accesspoint/'),
    },
  ];
}

/** What Lake Formation does through AWS RAM for whoever grants something to another account. */
function otherAccounts({ location }: PivotFacts): readonly PolicyStatement[] {
  const { partition, region } = location;
  return [
    {
      // A share is made without a resource; its name is Lake Formation's to choose.
      sid: 'RamCreate',
      actions: ['ram:CreateResourceShare'],
      resources: ['*'],
      conditions: {
        'ForAllValues:StringEquals': {
          'ram:RequestedResourceType': ['glue:Table', 'glue:Database', 'glue:Catalog'],
        },
        Null: { 'ram:RequestedResourceType': 'false' },
      },
    },
    {
      sid: 'RamShares',
      actions: of(
        'ram',
        ...['UpdateResourceShare', 'DeleteResourceShare'],
        ...['AssociateResourceShare', 'DisassociateResourceShare'],
      ),
      resources: [arnOf(location, 'ram', 'resource-share/*')],
      conditions: lakeFormationShares,
    },
    {
      sid: 'RamInvitations',
      actions: of('ram', 'AcceptResourceShareInvitation', 'RejectResourceShareInvitation'),
      // An invitation belongs to the account that sends it.
      resources: [`arn:${partition}:ram:${region}:*:resource-share-invitation/*`],
      conditions: lakeFormationShares,
    },
    {
      // These lists know no resource; they show names and ARNs.
      sid: 'RamRead',
      actions: of(
        'ram',
        ...['GetResourceShares', 'GetResourceShareAssociations', 'GetResourceShareInvitations'],
        ...['ListResources', 'ListPrincipals'],
      ),
      resources: ['*'],
    },
  ];
}
