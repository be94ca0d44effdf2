import type * as z from 'zod';
import type { Place, Report } from '../../../diagnostics/diagnostic';
import { locate } from '../locate';
import { jsonCollection, toPlain, type MapNode, type ConfigNode } from '../node';
import { diagnoseIssues, relevantIssues } from './issues';

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

/**
 * MDAA's best effort: text where a number, a boolean or a list is wanted becomes one if it reads like one.
 * Returns the same node where there was nothing to do.
 */
function coerce(root: MapNode, issues: readonly z.core.$ZodIssue[]): MapNode {
  let coerced: ConfigNode = root;
  for (const issue of issues.flatMap(relevantIssues)) {
    if (issue.code !== 'invalid_type') continue;
    const { node, found } = locate(root, issue.path);
    if (!found || node.kind !== 'scalar' || typeof node.value !== 'string') continue;
    const value = read(node.value, issue.expected);
    if (value !== undefined) coerced = replace(coerced, issue.path, { ...node, value });
    const items = issue.expected === 'array' ? jsonCollection(node.value, node.place) : undefined;
    if (items?.kind === 'list') coerced = replace(coerced, issue.path, items);
  }
  return coerced.kind === 'map' ? coerced : root;
}

function read(text: string, expected: string): number | boolean | undefined {
  if (expected === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  const isNumber = (expected === 'number' || expected === 'int') && /^-?\d+(\.\d+)?$/.test(text);
  return isNumber ? Number(text) : undefined;
}

function replace(node: ConfigNode, path: readonly PropertyKey[], value: ConfigNode): ConfigNode {
  const [segment, ...rest] = path;
  if (segment === undefined) return value;
  if (node.kind === 'list' && typeof segment === 'number') {
    const items = node.items.map((item, index) => (index === segment ? replace(item, rest, value) : item));
    return { ...node, items };
  }
  const entry = node.kind === 'map' ? node.entries.get(String(segment)) : undefined;
  if (node.kind !== 'map' || !entry) return node;
  const entries = new Map(node.entries);
  entries.set(String(segment), { ...entry, value: replace(entry.value, rest, value) });
  return { ...node, entries };
}
