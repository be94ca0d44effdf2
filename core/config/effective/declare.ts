import { isCode } from '../../../diagnostics/code';
import type { ModuleContext, ModuleDefinition, ModuleFinding } from '../../module/define-module';
import type { Names } from '../../naming/names';
import type { Declaration } from '../../platform/declaration';
import type { Environment, Module, Platform } from '../../platform/platform';
import { viewOf } from '../../platform/view';
import {
  ConfigurationError,
  error,
  type Place,
  type Report,
  type Label,
  type Diagnostic,
} from '../../../diagnostics/diagnostic';
import { placeAt, type ConfigPath } from '../locate';
import type { ConfigNode } from '../node';
import type { Valid } from '../validate/validate';

const nothing: Declaration = {
  publishes: [],
  claims: [],
  claimsIfFree: [],
  after: [],
  names: [],
  registers: [],
  contributes: [],
  follows: [],
  reaches: [],
};

/** Asks a module for its own findings and for what it declares. */
export function declare(
  definition: ModuleDefinition,
  { config, node }: Valid,
  names: Names,
  context: ModuleContext,
  place: Place,
  report: Report,
): Declaration {
  tell(definition.check?.(config, names, context) ?? [], node, place, report);
  return { ...nothing, ...definition.declares(config, names, context) };
}

/** Reports a module's own findings at their places in its YAML. */
export function tell(
  findings: readonly ModuleFinding[],
  node: ConfigNode,
  place: Place,
  report: Report,
): void {
  const located = (path: ConfigPath) => placeAt(node, path, place);
  for (const { path, others, ...finding } of findings) {
    const labels = others?.map((label): Label =>
      'place' in label
        ? label
        : { place: located(label.path), ...(label.words !== undefined && { words: label.words }) },
    );
    report(coded({ ...finding, place: located(path), ...(labels && { others: labels }) }));
  }
}

/** The finding, or one about its code: what a module outside this repository says is not checked by a compiler. */
function coded(finding: Diagnostic): Diagnostic {
  if (isCode(finding.code)) return finding;
  const message = `a module says "${finding.message}", with ${JSON.stringify(finding.code)}, which is no code`;
  const help = "Give the module's findings codes of a scope of their own: scope('acme')(12).";
  return { ...finding, code: 'TL402', message, help };
}

/** Runs code of a module or of a naming class, which may be the user's own: what it throws becomes findings. */
export function guarded<T>(
  definition: ModuleDefinition,
  place: Place,
  report: Report,
  run: () => T,
): T | undefined {
  try {
    return run();
  } catch (cause) {
    if (cause instanceof ConfigurationError) {
      for (const diagnostic of cause.diagnostics) report(coded({ place, ...diagnostic }));
    } else {
      const reason = cause instanceof Error ? cause.message : String(cause);
      const message = `the module "${definition.name}" failed while its configuration was read: ${reason}`;
      report(error('TL402', place, message, 'Correct the module, or the naming class if there is one.'));
    }
    return undefined;
  }
}

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
