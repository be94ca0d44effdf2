import { AwsError } from '../answer';
import type { Gap, GapContext } from '../gap';
import { domain, space } from '../sagemaker/definitions';
import { lifeCycle } from '../sagemaker/life-cycle';
import { refuseUnknownScripts } from '../sagemaker/scripts';
import type { StudioStore } from '../sagemaker/store';

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
