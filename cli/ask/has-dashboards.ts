import type { Located } from '../../core/platform/platform';
import { configOf } from '../../modules/environment';

/** Whether a module is an environment for teams that makes dashboards. */
export function hasDashboards(located: Located): boolean {
  return located.module.definition.name === 'environment' && configOf(located).features.dashboards;
}
