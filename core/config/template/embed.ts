import { Text } from '../../platform/text';
import type { Place } from '../../../diagnostics/diagnostic';
import { reference } from './references';
import { fail, type Run } from './run';
import { type Segment, segments } from './segments';

/** The text of a string with its `{{…}}` resolved; undefined where that failed and was reported. */
export function embed(text: string, place: Place, run: Run): Text | undefined {
  return embedSegments(segments(text), place, run);
}

/** Like {@link embed}, where the result must be known before Terraform runs; `what` names it in the message. */
export function embedLiteral(
  text: string | readonly Segment[],
  what: string,
  place: Place,
  run: Run,
): string | undefined {
  const resolved = embedSegments(typeof text === 'string' ? segments(text) : text, place, run);
  if (!resolved) return undefined;
  if (resolved.literal !== undefined) return resolved.literal;
  return fail(
    run,
    'TL207',
    place,
    `${what} "${resolved.describe()}" is known to Terraform only`,
    'State the value itself, or state the account and region of the environment.',
  );
}

function embedSegments(parts: readonly Segment[], place: Place, run: Run): Text | undefined {
  const texts = parts.map((part) => (typeof part === 'string' ? Text.of(part) : reference(part, place, run)));
  return texts.every((text) => text !== undefined) ? Text.of(...texts) : undefined;
}
