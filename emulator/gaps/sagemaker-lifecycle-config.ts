import type { Gap, GapContext } from '../gap';
import { lifecycleConfig } from '../sagemaker/definitions';
import { lifeCycle } from '../sagemaker/life-cycle';
import { refuseScriptInUse } from '../sagemaker/scripts';
import type { StudioStore } from '../sagemaker/store';

/** moto has no Studio lifecycle configurations. */
export function sagemakerLifecycleConfig(context: GapContext, store: StudioStore): Gap {
  return lifeCycle(context, store, lifecycleConfig, {
    refuseInUse: (entity) => refuseScriptInUse(store, entity),
  });
}
