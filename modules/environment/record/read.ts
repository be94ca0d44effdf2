import type { ModuleRecord, RecordValue } from '../../../core/platform/record';

type RecordMap = Readonly<Record<string, RecordValue>>;

/** A map in a record; empty where there is none. The lock file is the user's to edit, so nothing is taken for granted. */
export function mapIn(record: RecordMap | undefined, key: string): RecordMap {
  const value = record?.[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as RecordMap) : {};
}

/** An object in a map of a record: `objectIn(recorded, 'datasets', 'sales')`. */
export function objectIn(recorded: ModuleRecord, kind: string, key: string): RecordMap | undefined {
  const objects = mapIn(recorded, kind);
  return Object.hasOwn(objects, key) ? mapIn(objects, key) : undefined;
}

/** A recorded value for people. */
export function shown(value: RecordValue | undefined): string {
  if (value === undefined || value === null) return 'nothing';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
