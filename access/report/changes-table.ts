import type { MatrixChange } from '../questions/matrix-report';
import { frame, frameWidth } from './frame';
import { mergeChanges, type MergedChange } from './merge-changes';
import { wrap } from './wrap';

/** What there is to say where two sides allow the same. */
export const noChanges = 'nobody gains or loses anything';

/** Share of the width for each column: who, what, data, reason. */
const shares = [0.25, 0.15, 0.3, 0.3] as const;
const narrowest = 60;

/** Who gains and who loses what, gains first. @param width columns of the terminal, 100 by default */
export function changesTable(changes: readonly MatrixChange[], width = 100): string {
  if (changes.length === 0) return noChanges;
  const room = Math.max(width, narrowest) - frameWidth(shares.length);
  const columns = shares.map((share) => Math.floor(room * share));
  const rows = mergeChanges(changes);
  return (['gains', 'loses'] as const)
    .map((change) => rows.filter((row) => row.change === change))
    .filter((own) => own.length > 0)
    .map((own) => sideTable(own, columns))
    .join('\n\n');
}

function sideTable(rows: readonly MergedChange[], columns: readonly number[]): string {
  const sign = rows[0]?.change === 'gains' ? '+' : '-';
  const heads = [`who ${rows[0]?.change ?? ''}`, 'what', 'data', 'reason'].map((head) => [head]);
  const cells = rows.map(({ principal, levels, kind, data, reason }) => {
    const texts = [[`${sign} ${principal}`], levels, [kind, data], (reason ?? '').split(' ')];
    return texts.map((words, index) => wrap(words, columns[index] ?? 0, joints[index]));
  });
  return frame([heads, ...cells], columns);
}

const joints = [' ', ', ', ' ', ' '];
