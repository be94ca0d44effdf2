import { AwsError } from '../answer';
import type { Gap, GapContext } from '../gap';
import { domain, userProfile } from '../sagemaker/definitions';
import { lifeCycle } from '../sagemaker/life-cycle';
import { refuseUnknownScripts } from '../sagemaker/scripts';
import type { StudioStore } from '../sagemaker/store';

/** moto has no user profiles. */
export function sagemakerUserProfile(context: GapContext, store: StudioStore): Gap {
  return lifeCycle(context, store, userProfile, {
    refuseDangling(place, body) {
      store.find(place, domain, body);
      refuseUnknownScripts(store, body);
    },
    refuseInUse(entity) {
      const { DomainId, UserProfileName } = entity.body;
      if (store.list(entity.place, 'App', { DomainId, UserProfileName }).length === 0) return;
      throw new AwsError(
        'ResourceInUse',
        `Unable to delete UserProfile [${String(UserProfileName)}]: it has apps.`,
      );
    },
  });
}
