import Table from 'cli-table3';
import type { MatrixChange } from '../questions/matrix-report';
import { mergeChanges, type MergedChange } from './merge-changes';
import { wrap } from './wrap';

/** What there is to say where two sides allow the same. */
export const noChanges = 'nobody gains or loses anything';

/** Share of the width for each column: who, what, data, reason. */
const shares = [0.25, 0.15, 0.3, 0.3] as const;
const narrowest = 60;
/** Borders and padding of a table of four columns. */
const frame = 13;

/** Who gains and who loses what, gains first. @param width columns of the terminal, 100 by default */
export function changesTable(changes: readonly MatrixChange[], width = 100): string {
  if (changes.length === 0) return noChanges;
  const room = Math.max(width, narrowest) - frame;
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
  const table = new Table({
    head: [`who ${rows[0]?.change ?? ''}`, 'what', 'data', 'reason'],
    colWidths: columns.map((width) => width + 2),
    style: { head: [], border: [] },
  });
  for (const { principal, levels, kind, data, reason } of rows) {
    const cells = [[`${sign} ${principal}`], levels, [kind, data], (reason ?? '').split(' ')];
    table.push(cells.map((words, index) => wrap(words, columns[index] ?? 0, joints[index]).join('\n')));
  }
  return table.toString();
}

const joints = [' ', ', ', ' ', ' '];
