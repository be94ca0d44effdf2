import { createHash } from 'node:crypto';

/** What a snapshot keeps of an output: a change of one byte changes it. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
