import type * as z from 'zod';
import type { Diagnostic, Place } from '../../../diagnostics/diagnostic';
import { locate, type Located } from '../locate';
import { suggestion } from '../nearest';
import { hasFailed, type MapNode } from '../node';
import { describeIssue } from './describe-issue';
import { objectKeys, schemasAt } from './schema-at';

/** What a schema found wrong, as diagnostics at the places of the values and in our own words. */
export function diagnoseIssues(
  issues: readonly z.core.$ZodIssue[],
  root: MapNode,
  rootPlace: Place,
  schema: z.ZodType,
): readonly Diagnostic[] {
  return issues.flatMap(relevantIssues).flatMap((issue) => diagnose(issue, root, rootPlace, schema));
}

function diagnose(
  issue: z.core.$ZodIssue,
  root: MapNode,
  rootPlace: Place,
  schema: z.ZodType,
): readonly Diagnostic[] {
  const located = locate(root, issue.path, rootPlace);
  if (isReported(located)) return [];
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue, located, schema);
  return [{ severity: 'error', ...describeIssue(issue, located), place: placeOf(issue, located, rootPlace) }];
}

function placeOf(issue: z.core.$ZodIssue, located: Located, rootPlace: Place): Place {
  if (issue.path.length === 0) return rootPlace;
  const { node, keyPlace = rootPlace, found } = located;
  if (!found || issue.code === 'invalid_key') return keyPlace;
  return node.kind === 'scalar' ? node.place : keyPlace;
}

/** Whether something was said about the value already, so that a second finding would only repeat it. */
function isReported({ node, found }: Located): boolean {
  if (node.kind === 'scalar') return node.failed === true;
  return found && node.kind === 'list' && node.items.length > 0 && node.items.every(hasFailed);
}

/** One diagnostic per key that a map must not have, at the key. */
function unknownKeys(
  issue: z.core.$ZodIssueUnrecognizedKeys,
  { node, keyPlace }: Located,
  schema: z.ZodType,
): readonly Diagnostic[] {
  const known = [...new Set(schemasAt(schema, issue.path).flatMap(objectKeys))];
  const free = known.filter((key) => node.kind !== 'map' || !node.entries.has(key));
  return issue.keys.map((key) => {
    const place = (node.kind === 'map' ? node.entries.get(key)?.keyPlace : undefined) ?? keyPlace;
    return {
      severity: 'error',
      code: 'TL201',
      message: `unknown key "${key}"`,
      help: suggestion(key, free),
      ...(place && { place }),
    };
  });
}

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
