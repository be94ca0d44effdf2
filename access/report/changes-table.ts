import type { MatrixChange } from '../questions/matrix-report';
import { frame, frameWidth, wrap } from './frame';

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

/** Changes of one principal and one item of data that have the same reason: a row of the tables. */
export interface MergedChange {
  readonly change: MatrixChange['change'];
  readonly principal: string;
  readonly kind: MatrixChange['kind'];
  readonly data: string;
  /** Each level in words, see {@link levelWords}. */
  readonly levels: readonly string[];
  readonly reason: string | undefined;
}

/** Gains first, as they are what a reviewer looks for; otherwise in the order given. */
export function mergeChanges(changes: readonly MatrixChange[]): readonly MergedChange[] {
  const rows = new Map<string, MergedChange>();
  for (const one of [...ofKind(changes, 'gains'), ...ofKind(changes, 'loses')]) {
    const { change, principal, kind, data, reason } = one;
    const key = JSON.stringify([change, principal, kind, data, reason]);
    const levels = [...(rows.get(key)?.levels ?? []), levelWords(one)];
    rows.set(key, { change, principal, kind, data, levels, reason });
  }
  return [...rows.values()];
}

function ofKind(changes: readonly MatrixChange[], wanted: MatrixChange['change']): readonly MatrixChange[] {
  return changes.filter(({ change }) => change === wanted);
}

/** `write`, `write? (not known)` where it is unknown now, `write (was ?)` where it was unknown before. */
function levelWords({ level, before, after }: MatrixChange): string {
  if (after === 'unknown') return `${level}? (not known)`;
  return before === 'unknown' ? `${level} (was ?)` : level;
}
