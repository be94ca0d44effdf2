import { describePlace } from '../../diagnostics/diagnostic';
import type { Origin } from '../policy/origin';

/** ` (roles.yaml:42:9)`, or nothing where no line of YAML is behind it. */
export function placeText(origin: Origin | undefined): string {
  return origin?.place ? ` (${describePlace(origin.place)})` : '';
}
