import type { Comparator } from '../comparators';
import type { Truth } from '../decision';
import { globMatches, type Glob } from '../glob';
import { templateOf } from '../template';
import { sure } from '../truth';

/**
 * `ArnEquals` and `ArnLike`, which are the same: each of the six parts of an ARN is compared by itself, the last with
 * all its colons. What is no ARN equals none; what AWS does with a pattern of fewer parts is not known.
 */
export const arnTest: Comparator = (expected, variables) => {
  const template = templateOf(expected, { wildcards: true, variables });
  return (value, context) => {
    const expansion = template.expand(context);
    if (expansion.kind === 'unmatchable') return 'no';
    // A variable that is not known may hold colons.
    if (expansion.kind === 'unknown') return globMatches(expansion.glob, value) ? 'unknown' : 'no';
    return matches(expansion.glob, value);
  };
};

function matches(glob: Glob, value: string): Truth {
  const patterns = partsOf(glob);
  if (patterns.length < 6) return globMatches(glob, value) ? 'unknown' : 'no';
  const parts = partsOf(value);
  return sure(parts.length === 6 && patterns.every((pattern, i) => globMatches(pattern, parts[i] ?? '')));
}

function partsOf(arn: string): readonly string[] {
  const parts = arn.split(':');
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}
