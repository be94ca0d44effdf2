import { AwsError } from '../../proxy/answer';
import type { Gap, GapContext } from '../../proxy/gap';
import { domain, userProfile } from './definitions';
import { lifeCycle } from './life-cycle';
import { refuseUnknownScripts } from './refusals';
import type { StudioStore } from './store';

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
