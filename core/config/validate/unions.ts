import type * as z from 'zod';

/**
 * Of a union that nothing fits, the issues of the alternative that was probably meant: the one whose problems
 * lie deepest, then the one with the fewest. Where no alternative fits even in kind, the union itself.
 */
export function relevantIssues(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const alternatives = issue.errors
    .map((issues) => issues.flatMap(relevantIssues))
    .filter((issues) => !issues.some(isOfAnotherKind));
  const [best] = alternatives.sort((a, b) => a.length - b.length);
  if (!best) return [issue];
  return best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** The value itself is of another kind than the alternative wants, or lacks what tells the alternatives apart. */
function isOfAnotherKind(issue: z.core.$ZodIssue): boolean {
  return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'custom');
}
