import type { Gap, GapContext } from '../../proxy/gap';
import { app, space, userProfile } from './definitions';
import { lifeCycle } from './life-cycle';
import type { StudioStore } from './store';

/** moto has no apps. */
export function sagemakerApp(context: GapContext, store: StudioStore): Gap {
  return lifeCycle(context, store, app, {
    refuseDangling: (place, body) => void store.find(place, body['SpaceName'] ? space : userProfile, body),
  });
}
