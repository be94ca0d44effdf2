import type { ModuleRecord, Records } from '../../core/platform/record';

/**
 * The records of environments with what AWS said of their tables, by path
 * (`<domain>/<environment>/<module>/<dataset>/<table>`): the default of the next synthesis.
 */
export function withKnownTables(records: Records | undefined, there: ReadonlyMap<string, boolean>): Records {
  const environments = Object.entries(records?.environment ?? {}).map(
    ([path, record]) => [path, recordWith(path, record, there)] as const,
  );
  return {
    ...records,
    ...(environments.length > 0 && { environment: Object.fromEntries(environments) }),
  };
}

function recordWith(path: string, record: ModuleRecord, there: ReadonlyMap<string, boolean>): ModuleRecord {
  const { existingTables: before, ...rest } = record;
  const known = new Set(Array.isArray(before) ? before.filter((each) => typeof each === 'string') : []);
  for (const [table, exists] of there) {
    if (!table.startsWith(`${path}/`)) continue;
    const inside = table.slice(path.length + 1);
    if (exists) known.add(inside);
    else known.delete(inside);
  }
  return { ...rest, ...(known.size > 0 && { existingTables: [...known].sort() }) };
}
