import type { Gap, GapContext } from '../../proxy/gap';
import { lifecycleConfig } from './definitions';
import { lifeCycle } from './life-cycle';
import { refuseScriptInUse } from './refusals';
import type { StudioStore } from './store';

/** moto has no Studio lifecycle configurations. */
export function sagemakerLifecycleConfig(context: GapContext, store: StudioStore): Gap {
  return lifeCycle(context, store, lifecycleConfig, {
    refuseInUse: (entity) => refuseScriptInUse(store, entity),
  });
}
