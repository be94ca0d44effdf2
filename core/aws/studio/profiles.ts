import { SagemakerUserProfile } from '../../provider/aws';
import type { ModuleScope } from '../../module/scope';
import { plainPrefix } from '../location';
import type { UserProfileConfig } from './config';
import type { StudioDomainOptions } from './options';
import { profileName } from './names';

/** The user profiles of a domain; returns their names by user id. */
export function userProfiles(
  scope: ModuleScope,
  { config, executionRole, key, bucket }: StudioDomainOptions,
  domainId: string,
): Readonly<Record<string, string>> {
  const userSettings = {
    executionRole: executionRole.arn,
    sharingSettings: {
      notebookOutputOption: 'Allowed',
      // As the bucket's policy compares it: an id would be refused as another key.
      s3KmsKeyId: key.arn,
      s3OutputPath: `s3://${bucket.name}/${plainPrefix(config.notebookSharingPrefix)}/`,
    },
  };
  return Object.fromEntries(
    Object.entries(config.userProfiles).map(([userId, profile]) => {
      const made = scope.add(SagemakerUserProfile, ['profile', userId], {
        domainId,
        userProfileName: profileName(userId),
        ...identity(scope, userId, profile),
        userSettings,
      });
      return [userId, made.userProfileName];
    }),
  );
}

/** Who may launch the profile: a session of a role, by its `aws:userid`, or a user of IAM Identity Center. */
function identity(scope: ModuleScope, userId: string, { userRole }: UserProfileConfig) {
  const user = scope.literal(userId);
  if (userRole) return { tags: { userid: `${scope.role(userRole).id}:${user}` } };
  return { singleSignOnUserIdentifier: 'UserName', singleSignOnUserValue: user };
}
