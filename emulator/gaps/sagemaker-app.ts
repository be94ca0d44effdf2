import type { Gap, GapContext } from '../gap';
import { app, space, userProfile } from '../sagemaker/definitions';
import { lifeCycle } from '../sagemaker/life-cycle';
import type { StudioStore } from '../sagemaker/store';

/** moto has no apps. */
export function sagemakerApp(context: GapContext, store: StudioStore): Gap {
  return lifeCycle(context, store, app, {
    refuseDangling: (place, body) => void store.find(place, body['SpaceName'] ? space : userProfile, body),
  });
}
