import {
  DescribeDomainCommand,
  DescribeUserProfileCommand,
  ListTagsCommand,
  ListUserProfilesCommand,
  SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import { asRole, asUser } from '../clients';
import type { Step } from './tour';
import { moduleOf, parameter, publishes, rolePath } from './find';

/** Assumes data-scientist and finds the Studio domain and the profile that belongs to this session. */
export const findStudio: Step = async (tour, check) => {
  const team = moduleOf(tour, 'datascience-team');
  if (!team) return;
  const idPath = team.module.names.path('domain/id');
  if (!publishes(tour, idPath)) return;
  const DomainId = await parameter(tour, idPath);
  const { domain } = team.environment;
  const arnPath = rolePath(tour, domain, 'data-scientist', 'arn');
  const own = publishes(tour, arnPath);
  const profiles =
    (
      await new SageMakerClient({ ...asUser(tour.sandbox) }).send(
        new ListUserProfilesCommand({ DomainIdEquals: DomainId }),
      )
    ).UserProfiles ?? [];
  const UserProfileName = profiles[0]?.UserProfileName ?? '';
  const settings = own
    ? await asRole(tour.sandbox, await parameter(tour, arnPath), UserProfileName)
    : asUser(tour.sandbox);
  if (own) check(`assumed data-scientist with the session name ${UserProfileName}`, true);

  const sagemaker = new SageMakerClient({ ...settings });
  const found = await sagemaker.send(new DescribeDomainCommand({ DomainId }));
  check(
    `Studio domain ${found.DomainName ?? ''} is ${found.Status ?? ''}, without internet`,
    found.AppNetworkAccessType === 'VpcOnly',
    found,
  );
  const profile = await sagemaker.send(new DescribeUserProfileCommand({ DomainId, UserProfileName }));
  const { Tags = [] } = await sagemaker.send(new ListTagsCommand({ ResourceArn: profile.UserProfileArn }));
  if (!own) return check(`user profile ${UserProfileName} exists`, true);
  const userId = `${await parameter(tour, rolePath(tour, domain, 'data-scientist', 'id'))}:${UserProfileName}`;
  const tag = Tags.find(({ Key }) => Key === 'userid')?.Value;
  check(`user profile ${UserProfileName} belongs to aws:userid ${userId}`, tag === userId, Tags);
};
