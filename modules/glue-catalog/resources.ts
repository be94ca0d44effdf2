import { arnOf, type Location } from '../../core/aws/location';
import type { Text } from '../../core/platform/text';

const parts = /^(\*|catalog|(database|table|userDefinedFunction|connection)\/.+)$/;

/** Whether an entry is a whole ARN; a reference by itself stands for one. */
export function isArn(entry: Text): boolean {
  const [first] = entry.parts;
  return entry.parameter !== undefined || (typeof first === 'string' && first.startsWith('arn:'));
}

/** Whether an entry can be a part of a catalog, as far as that is known. */
export function isPart(entry: Text): boolean {
  return entry.literal === undefined || parts.test(entry.literal);
}

/** The ARN of an entry of `resources`. */
export function resourceArn(location: Location, entry: Text, value: (text: Text) => string): string {
  return isArn(entry) ? value(entry) : arnOf(location, 'glue', value(entry));
}
