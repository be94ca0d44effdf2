import { SagemakerUserProfile } from '../../../core/provider/aws';
import type { ModuleScope, Role } from '../../../core/module/scope';
import { escapeTags } from '../../../core/platform/escape';
import type { EnvironmentFacts } from '../facts';
import { objectTags } from '../tags';
import { studioUsersOf } from './facts';

/** The users of Studio: each works with the role of a team. `roles` are those of the teams, by team. */
export function studioUsers(
  scope: ModuleScope,
  facts: EnvironmentFacts,
  domainId: string,
  roles: ReadonlyMap<string, Role>,
): void {
  for (const { key, profile, team, from } of studioUsersOf(facts)) {
    const role = roles.get(team);
    if (!role) continue;
    scope.add(
      SagemakerUserProfile,
      ['studio-user', key],
      {
        domainId,
        userProfileName: profile,
        userSettings: { executionRole: role.arn },
        tags: escapeTags(objectTags(team, `SagemakerStudioUser_${key}`)),
      },
      { from },
    );
  }
}
