import type { ModuleContext, ModuleDefinition } from '../../module/define-module';
import type { Names } from '../../naming/names';
import type { Declaration } from '../../platform/declaration';
import { ConfigurationError, type Place } from '../diagnostic';
import { locate } from '../locate';
import { error, type Report } from '../report';
import type { Valid } from '../validate/validate';

const nothing: Declaration = { publishes: [], claims: [], after: [], names: [], contributes: [] };

/** Asks a module for its own findings and for what it declares. */
export function declare(
  definition: ModuleDefinition,
  { config, node }: Valid,
  names: Names,
  context: ModuleContext,
  place: Place,
  report: Report,
): Declaration {
  for (const { path, ...finding } of definition.check?.(config, names, context) ?? []) {
    const located = locate(node, path, place);
    const at = located.found && located.node.kind === 'scalar' ? located.node.place : located.keyPlace;
    report({ ...finding, place: at ?? place });
  }
  return { ...nothing, ...definition.declares(config, names, context) };
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
      for (const diagnostic of cause.diagnostics) report({ place, ...diagnostic });
    } else {
      const reason = cause instanceof Error ? cause.message : String(cause);
      const message = `the module "${definition.name}" failed while its configuration was read: ${reason}`;
      report(error('TL402', place, message, 'Correct the module, or the naming class if there is one.'));
    }
    return undefined;
  }
}
