import type { MatrixChange } from '../questions/matrix-report';

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
