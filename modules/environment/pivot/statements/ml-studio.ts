import { arnOf } from '../../../../core/aws/location';
import type { PolicyStatement } from '../../../../aws/iam/statement';
import { of, type PivotFacts } from './facts';
import { ofATeam } from './of-a-team';

/** To see the ML Studio of the environment, and to open it for its users. */
export function mlStudio({ location }: PivotFacts): readonly PolicyStatement[] {
  const arns = (...resources: readonly string[]) =>
    resources.map((resource) => arnOf(location, 'sagemaker', resource));
  return [
    {
      // AWS makes up the ids of domains, so no prefix tells them apart.
      sid: 'MLStudio',
      actions: of('sagemaker', 'DescribeDomain', 'DescribeUserProfile', 'ListTags'),
      resources: arns('domain/*', 'user-profile/*'),
    },
    {
      sid: 'OpenMLStudio',
      actions: ['sagemaker:CreatePresignedDomainUrl'],
      resources: arns('user-profile/*'),
      conditions: ofATeam,
    },
    // These lists know no resource.
    { sid: 'ListMLStudio', actions: of('sagemaker', 'ListDomains', 'ListApps'), resources: ['*'] },
  ];
}
