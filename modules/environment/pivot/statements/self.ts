import type { PolicyStatement } from '../../../../aws/iam/statement';
import { iamArn, of, type PivotFacts } from './facts';

/**
 * What the role may never do to itself, whatever else is attached to it: change its policies, its trust, its
 * boundary or its tags, or the documents of the policies it has. Only who deploys can.
 */
export function self(facts: PivotFacts): readonly PolicyStatement[] {
  const { roleArn, roleName, boundaryArn } = facts;
  return [
    {
      sid: 'IAMDenyForPivotRole',
      effect: 'Deny',
      actions: of(
        'iam',
        ...['Put*', 'Delete*', 'Update*', 'AttachRolePolicy', 'DetachRolePolicy'],
        ...['TagRole', 'UntagRole'],
      ),
      resources: [roleArn],
    },
    {
      sid: 'IAMDenyForPivotPolicies',
      effect: 'Deny',
      actions: of(
        'iam',
        ...['CreatePolicy', 'DeletePolicy', 'CreatePolicyVersion', 'DeletePolicyVersion'],
        ...['SetDefaultPolicyVersion', 'TagPolicy', 'UntagPolicy'],
      ),
      resources: [
        iamArn(facts.location, `policy/${roleName}`),
        iamArn(facts.location, `policy/${roleName}-*`),
        ...(boundaryArn === undefined ? [] : [boundaryArn]),
      ],
    },
  ];
}
