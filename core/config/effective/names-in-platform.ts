import type { Environment, Module, Platform } from '../../platform/platform';
import { viewOf } from '../../platform/view';
import type { Report } from '../../../diagnostics/diagnostic';
import { guarded } from './declare';

/** The platform with the names that modules give because of each other, which the lock file is to record as well. */
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
  const { definition, config, names, place, declaration, record } = module;
  if (!definition.namesInPlatform && !definition.recordInPlatform) return module;
  const view = viewOf(platform, module);
  if (!view) return module;
  const known = guarded(definition, place, report, () => ({
    names: definition.namesInPlatform?.(config, names, view) ?? [],
    record: record && (definition.recordInPlatform?.(record, config, view) ?? record),
  }));
  if (!known) return module;
  const all = [...declaration.names, ...known.names];
  return { ...module, record: known.record, declaration: { ...declaration, names: all } };
}
