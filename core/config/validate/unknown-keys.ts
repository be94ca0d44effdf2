import type * as z from 'zod';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import type { Located } from '../locate';
import { suggestion } from '../nearest';
import { objectKeys, schemasAt } from './schema-at';

/** One diagnostic per key that a map must not have, at the key. */
export function unknownKeys(
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
