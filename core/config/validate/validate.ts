import type * as z from 'zod';
import type { Place, Report } from '../../../diagnostics/diagnostic';
import type { MapNode } from '../node';
import { toPlain } from '../plain';
import { coerce } from './coerce';
import { diagnoseIssues } from './issues';

/** A configuration that fits its schema, with the nodes that it was made from. */
export interface Valid {
  readonly config: unknown;
  readonly node: MapNode;
}

/** Applies a schema. `place` is where to point for what has no place of its own. Undefined on an error. */
export function validate(
  node: MapNode,
  schema: z.ZodType,
  place: Place,
  folder: string,
  report: Report,
): Valid | undefined {
  const first = schema.safeParse(toPlain(node, folder));
  if (first.success) return { config: first.data, node };
  const coerced = coerce(node, first.error.issues);
  const second = coerced === node ? first : schema.safeParse(toPlain(coerced, folder));
  if (second.success) return { config: second.data, node: coerced };
  for (const diagnostic of diagnoseIssues(second.error.issues, coerced, place, schema)) report(diagnostic);
  return undefined;
}
