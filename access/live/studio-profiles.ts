import { DescribeUserProfileCommand, paginateListUserProfiles } from '@aws-sdk/client-sagemaker';
import type { StudioDomain, UserProfile } from '../model/model';
import { allOf, answered } from './ask';
import { liveOrigin } from './origin';
import type { Session } from './session';
import { studioTags } from './studio-tags';

/** The profiles of a domain, whoever made them. */
export async function readProfiles(
  session: Session,
  domain: StudioDomain,
  expected: readonly UserProfile[],
): Promise<readonly UserProfile[]> {
  const { asker } = session;
  const { id: DomainId, account, region } = domain;
  const { sagemaker } = session.clients(region);
  const list = await asker.ask(`ListUserProfiles ${domain.label}`, 'its profiles are not counted', () =>
    allOf(
      paginateListUserProfiles({ client: sagemaker }, { DomainIdEquals: DomainId }),
      (page) => page.UserProfiles,
    ),
  );
  if (!answered(list)) return [];
  for (const { name, label } of expected) {
    if (!list.some(({ UserProfileName }) => UserProfileName === name))
      asker.noteMissing(`the user profile ${label}`);
  }
  return Promise.all(
    list.map(async ({ UserProfileName: name = '' }): Promise<UserProfile> => {
      const counterpart = expected.find((one) => one.name === name);
      const label = counterpart?.label ?? `${domain.label}/${name}`;
      const arn = session.arn('sagemaker', region, `user-profile/${DomainId}/${name}`);
      const [found, tags] = await Promise.all([
        asker.ask(`DescribeUserProfile ${label}`, 'taken from the stacks', () =>
          sagemaker.send(new DescribeUserProfileCommand({ DomainId, UserProfileName: name })),
        ),
        studioTags(session, sagemaker, arn, counterpart?.tags ?? {}),
      ]);
      const executionRoleArn = answered(found)
        ? found.UserSettings?.ExecutionRole
        : counterpart?.executionRoleArn;
      const origin = liveOrigin(arn, counterpart?.origin);
      return {
        kind: 'user profile',
        label,
        name,
        domainId: DomainId,
        arn,
        account,
        region,
        tags,
        executionRoleArn,
        origin,
      };
    }),
  );
}
