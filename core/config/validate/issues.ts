import type * as z from 'zod';
import type { Diagnostic, Place } from '../../../diagnostics/diagnostic';
import { locate, type Located } from '../locate';
import type { MapNode } from '../node';
import { isReported } from './reported';
import { describeIssue } from './describe-issue';
import { relevantIssues } from './unions';
import { unknownKeys } from './unknown-keys';

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
