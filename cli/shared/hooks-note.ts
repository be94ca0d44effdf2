import type { Platform } from '../../core/platform/platform';
import { say } from './report';

/** Plain `cdktf` cannot run hooks: says so where there are any. */
export function sayHooks(platform: Platform): void {
  const modules = platform.environments.flatMap((environment) => environment.modules);
  const hooks = modules.flatMap((module) => [...module.predeploy, ...module.postdeploy]).length;
  if (hooks > 0) say(`note: ${hooks} hooks are left out here; \`terralake apply\` runs them`);
}
