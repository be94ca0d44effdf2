import { AwsError } from '../../proxy/answer';
import type { Gap, GapContext } from '../../proxy/gap';
import { domain, space } from './definitions';
import { lifeCycle } from './life-cycle';
import { refuseUnknownScripts } from './refusals';
import type { StudioStore } from './store';

/** moto has no spaces. */
export function sagemakerSpace(context: GapContext, store: StudioStore): Gap {
  return lifeCycle(context, store, space, {
    refuseDangling(place, body) {
      store.find(place, domain, body);
      refuseUnknownScripts(store, body);
    },
    refuseInUse(entity) {
      const { DomainId, SpaceName } = entity.body;
      if (store.list(entity.place, 'App', { DomainId, SpaceName }).length === 0) return;
      throw new AwsError('ResourceInUse', `Unable to delete Space [${String(SpaceName)}]: it has apps.`);
    },
  });
}
