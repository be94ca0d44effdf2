import { SagemakerSpace } from '../../core/provider/aws';
import type { StudioDomain } from '../../core/aws/studio/domain';
import type { ModuleScope } from '../../core/module/scope';
import type { TeamConfig } from './config';
import { spaceName, usersWithSpace } from './names';
import { spacePath } from './published';

/** A JupyterLab space for each user profile, which owns it. */
export function spaces(scope: ModuleScope, config: TeamConfig, domain: StudioDomain): void {
  const { defaultInstanceType: instanceType, defaultSharingType: sharingType = 'Private' } =
    config.jupyterLab ?? {};
  for (const userId of usersWithSpace(config)) {
    const space = scope.add(
      SagemakerSpace,
      ['jupyterlab', userId],
      {
        domainId: domain.id,
        spaceName: spaceName(userId),
        ownershipSettings: { ownerUserProfileName: domain.profiles[userId] ?? '' },
        spaceSharingSettings: { sharingType },
        spaceSettings: {
          appType: 'JupyterLab',
          ...(instanceType !== undefined && {
            jupyterLabAppSettings: { defaultResourceSpec: { instanceType } },
          }),
        },
      },
      // A space has a volume of its own.
      { protect: true },
    );
    scope.publish(`${spacePath(userId)}/name`, space.spaceName);
  }
}
