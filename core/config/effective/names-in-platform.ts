import type { Environment, Module, Platform } from '../../platform/platform';
import { viewOf } from '../../platform/view';
import type { Report } from '../report';
import { guarded } from './declare';

/** The platform with the names that modules give because of each other. */
export function withNamesInPlatform(platform: Platform, report: Report): Platform {
  return {
    ...platform,
    environments: platform.environments.map((environment): Environment => ({
      ...environment,
      modules: environment.modules.map((module) => withNames(module, platform, report)),
    })),
  };
}

function withNames(module: Module, platform: Platform, report: Report): Module {
  const { definition, config, names, place, declaration } = module;
  const view = definition.namesInPlatform && viewOf(platform, module);
  const more =
    view && guarded(definition, place, report, () => definition.namesInPlatform?.(config, names, view));
  if (!more || more.length === 0) return module;
  return { ...module, declaration: { ...declaration, names: [...declaration.names, ...more] } };
}
