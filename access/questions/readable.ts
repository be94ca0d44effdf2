import { describePlace } from '../../diagnostics/diagnostic';
import type { Origin } from '../model/origin';
import type { ModelIndex } from './model-index';

/** Text with ids and ARNs of what the model knows replaced by the names that people use. */
export function readable(index: ModelIndex, text: string): string {
  return text.replace(idsAndArns, (found) => {
    const [id = '', sessions] = found.split(':*');
    if (id.startsWith('A')) {
      const label = index.principalById(id)?.label;
      return label === undefined
        ? found
        : sessions === undefined
          ? `the id of ${label}`
          : `sessions of ${label}`;
    }
    return index.principal(found)?.label ?? index.resource(found)?.label ?? found;
  });
}

const idsAndArns = /\bA(?:ROA|IDA)[A-Z0-9]{12,}(?::\*)?|arn:[^\s,;'"]+/g;

/** ` (roles.yaml:42:9)`, or nothing where no line of YAML is behind it. */
export function placeText(origin: Origin | undefined): string {
  return origin?.place ? ` (${describePlace(origin.place)})` : '';
}
