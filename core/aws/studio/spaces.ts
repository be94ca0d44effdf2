import { arnOf, type Location } from '../location';
import { policyVariable, type PolicyStatement } from '../../../aws/iam/statement';

const changeSpace = ['CreateSpace', 'UpdateSpace', 'DeleteSpace'];
const changeApp = ['CreateApp', 'DeleteApp'];

/**
 * To drive the apps and spaces of a domain: each profile its own, and what is shared. SageMaker tells the profile of
 * a session, and the owner and sharing of a space. The keys, and what a space without an owner is, after
 * https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-jl-admin-guide-permissions.html
 */
export function appsAndSpaces(location: Location, domainId: string): readonly PolicyStatement[] {
  const on = (...resources: readonly string[]) =>
    resources.map((resource) => arnOf(location, 'sagemaker', resource));
  const sagemaker = (actions: readonly string[]) => actions.map((action) => `sagemaker:${action}`);
  const profile = `${domainId}/${policyVariable('sagemaker:UserProfileName')}`;
  const owner = 'sagemaker:OwnerUserProfileArn';
  const withoutOwner = { Null: { [owner]: 'true' } };
  return [
    {
      sid: 'OwnSpaces',
      actions: sagemaker([...changeSpace, ...changeApp]),
      resources: on(`space/${domainId}/*`, `app/${domainId}/*`),
      conditions: { ArnEquals: { [owner]: on(`user-profile/${profile}`) } },
    },
    {
      sid: 'SharedSpaces',
      actions: sagemaker(changeSpace),
      resources: on(`space/${domainId}/*`),
      conditions: withoutOwner,
    },
    {
      sid: 'SharedApps',
      actions: sagemaker(changeApp),
      resources: on(`app/${domainId}/*`),
      conditions: { StringEquals: { 'sagemaker:SpaceSharingType': 'Shared' } },
    },
    {
      // Apps of Studio Classic are in no space.
      sid: 'AppsOfProfile',
      actions: sagemaker(changeApp),
      resources: on(`app/${profile}/*`),
      conditions: withoutOwner,
    },
    {
      sid: 'DescribeApps',
      actions: sagemaker(['DescribeApp', 'DescribeSpace']),
      resources: on(`app/${domainId}/*`, `space/${domainId}/*`),
    },
  ];
}
