import type { PresenceQuestion } from '../core/module/questions';
import type { ModuleRecord, Records } from '../core/platform/record';

/** What AWS said of something, and where the lock file keeps that. */
export interface Answer {
  /** The definition of the module whose record it is kept in. */
  readonly definition: string;
  readonly record: PresenceQuestion['record'];
  readonly isThere: boolean;
}

/**
 * The records of modules with what AWS said of what they wait for: the default of the next synthesis. A module that
 * was never applied has no record, and gets none.
 */
export function withAnswers(records: Records, answers: readonly Answer[]): Records {
  return answers.reduce(withAnswer, records);
}

function withAnswer(records: Records, { definition, record, isThere }: Answer): Records {
  const modules = records[definition] ?? {};
  const known = modules[record.module];
  if (!known) return records;
  const changed = { ...modules, [record.module]: changedRecord(known, record, isThere) };
  return { ...records, [definition]: changed };
}

function changedRecord(
  record: ModuleRecord,
  { list, item }: PresenceQuestion['record'],
  isThere: boolean,
): ModuleRecord {
  const { [list]: before, ...rest } = record;
  const items = (Array.isArray(before) ? before : []).filter(
    (each) => typeof each === 'string' && each !== item,
  );
  const after = isThere ? [...items, item].sort() : items;
  return after.length > 0 ? { ...rest, [list]: after } : rest;
}
