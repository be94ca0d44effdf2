import { ask } from '../../../access/questions/ask';

/** The outcome and those of the locks. */
export function locks(...asked: Parameters<typeof ask>) {
  const { outcome, locks: all } = ask(...asked);
  return [outcome, ...all.map((lock) => `${lock.name} ${lock.outcome}`)];
}
