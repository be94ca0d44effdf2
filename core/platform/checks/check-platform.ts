import type { Diagnostic } from '../../config/diagnostic';
import type { Environment, Platform } from '../platform';

/** All findings about a platform as a whole. `incomplete` environments lack modules that had errors of their own. */
export function checkPlatform(
  _platform: Platform,
  _incomplete: readonly Environment[],
): readonly Diagnostic[] {
  return [];
}
