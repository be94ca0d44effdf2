import { lockFileName } from '../../lock/lock-file';
import type { Diagnostic } from '../../config/diagnostic';
import type { ModuleDefinition } from '../../module/define-module';
import type { Platform } from '../platform';
import type { Records } from '../record';
import { siblingsOf } from '../view';
import { modulesOf, moduleWords } from './words';

/** Findings about modules that the lock file records and the configuration no longer has. */
export function checkGone(
  platform: Platform,
  definitions: readonly ModuleDefinition[],
  records: Records,
): readonly Diagnostic[] {
  const present = new Set(modulesOf(platform).map(moduleWords));
  const place = { file: lockFileName, line: 1, column: 1 };
  return definitions.flatMap((definition) =>
    Object.entries(records[definition.name] ?? {})
      .filter(([path]) => !present.has(path))
      .flatMap(
        ([path, record]) => definition.checkGone?.(path, record, siblingsOf(platform, definition.name)) ?? [],
      )
      .map((finding) => ({ ...finding, place })),
  );
}
