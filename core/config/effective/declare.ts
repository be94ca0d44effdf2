import type { ModuleContext, ModuleDefinition } from '../../module/define-module';
import type { Names } from '../../naming/names';
import type { Declaration } from '../../platform/declaration';
import { ConfigurationError, type Place } from '../diagnostic';
import { locate } from '../locate';
import { error, type Report } from '../report';
import type { Valid } from '../validate/validate';

const nothing: Declaration = { publishes: [], claims: [], after: [], names: [], contributes: [] };

/** Asks a module for its own findings and for what it declares. Undefined where it fails. */
export function declare(
  definition: ModuleDefinition,
  { config, node }: Valid,
  names: Names,
  context: ModuleContext,
  place: Place,
  report: Report,
): Declaration | undefined {
  try {
    for (const { path, ...finding } of definition.check?.(config, names, context) ?? []) {
      const located = locate(node, path, place);
      const at = located.found && located.node.kind === 'scalar' ? located.node.place : located.keyPlace;
      report({ ...finding, place: at ?? place });
    }
    return { ...nothing, ...definition.declares(config, names, context) };
  } catch (cause) {
    if (cause instanceof ConfigurationError) {
      for (const diagnostic of cause.diagnostics) report({ place, ...diagnostic });
    } else {
      const reason = cause instanceof Error ? cause.message : String(cause);
      const message = `the module "${definition.name}" failed while it was asked what it declares: ${reason}`;
      report(error('TL402', place, message, 'Correct the module.'));
    }
    return undefined;
  }
}
