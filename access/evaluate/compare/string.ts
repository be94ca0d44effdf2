import type { Comparator } from '../comparators';
import { globMatches } from '../glob';
import { templateMatcher, templateOf } from '../template';

/** `StringEquals`, after both sides were folded to one case or none. */
export function stringTest(fold: (text: string) => string): Comparator {
  return (expected, variables) => {
    const template = templateOf(expected, { wildcards: false, variables });
    return (value, context) => {
      const expansion = template.expand(context);
      if (expansion.kind === 'unmatchable' || !globMatches(fold(expansion.glob), fold(value))) return 'no';
      return expansion.kind === 'sure' ? 'yes' : 'unknown';
    };
  };
}

/** `StringLike`: `*` and `?` are wildcards, letters keep their case. */
export const likeTest: Comparator = (expected, variables) =>
  templateMatcher(templateOf(expected, { wildcards: true, variables }));
