import type { Diagnostic, Place } from '../../../diagnostics/diagnostic';
import type { ModuleDefinition } from '../../module/define-module';
import type { Platform } from '../platform';
import type { Records } from '../record';
import { siblingsOf } from '../view';

/** What the lock file knows of modules. */
export interface Recorded {
  readonly records: Records;
  /** Paths of modules whose leaving is acknowledged, among others. */
  readonly acknowledged: ReadonlySet<string>;
  recordPlaceOf(definition: string, path: string): Place;
}

/**
 * Findings about modules that the lock file records and the configuration no longer has. Errors are lifted by an
 * acknowledgement. `written` are the paths of all modules of the configuration, those with errors included.
 */
export function checkGone(
  platform: Platform,
  definitions: readonly ModuleDefinition[],
  written: ReadonlySet<string>,
  recorded: Recorded,
): readonly Diagnostic[] {
  return definitions.flatMap((definition) =>
    Object.entries(recorded.records[definition.name] ?? {})
      .filter(([path]) => !written.has(path))
      .flatMap(([path, record]) =>
        (definition.checkGone?.(path, record, siblingsOf(platform, definition.name)) ?? [])
          .filter(({ severity }) => severity !== 'error' || !recorded.acknowledged.has(path))
          .map((finding) => ({ ...finding, place: recorded.recordPlaceOf(definition.name, path) })),
      ),
  );
}
