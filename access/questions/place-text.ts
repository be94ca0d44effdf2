import { describePlace } from '../../core/config/report';
import type { Origin } from '../model/origin';

/** ` (roles.yaml:42:9)`, or nothing where no line of YAML is behind it. */
export function placeText(origin: Origin | undefined): string {
  return origin?.place ? ` (${describePlace(origin.place)})` : '';
}
