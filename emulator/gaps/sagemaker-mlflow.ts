import type { Gap, GapContext } from '../gap';
import { trackingServer } from '../sagemaker/definitions';
import { lifeCycle } from '../sagemaker/life-cycle';
import type { StudioStore } from '../sagemaker/store';

/** moto has no MLflow tracking servers. */
export function sagemakerMlflow(context: GapContext, store: StudioStore): Gap {
  return lifeCycle(context, store, trackingServer);
}
