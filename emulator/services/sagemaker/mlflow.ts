import type { Gap, GapContext } from '../../proxy/gap';
import { trackingServer } from './definitions';
import { lifeCycle } from './life-cycle';
import type { StudioStore } from './store';

/** moto has no MLflow tracking servers. */
export function sagemakerMlflow(context: GapContext, store: StudioStore): Gap {
  return lifeCycle(context, store, trackingServer);
}
