import {
  levels,
  type Level,
  type MatrixData,
  type MatrixPrincipal,
  type MatrixReport,
} from '../questions/matrix-report';

/** One reason why answers are not known, and whom and what it is about. */
export interface Unknown {
  readonly reason: string;
  readonly cases: readonly UnknownCase[];
}

export interface UnknownCase {
  readonly principal: MatrixPrincipal;
  readonly data: MatrixData;
  readonly levels: readonly Level[];
}

/** Everything that is not known, by reason, in the order of the cells. */
export function unknowns(report: MatrixReport): readonly Unknown[] {
  const byReason = new Map<string, (UnknownCase & { levels: Level[] })[]>();
  for (const cell of report.cells) {
    const principal = report.principals[cell.principal];
    const data = report.data[cell.data];
    if (!principal || !data) continue;
    for (const level of levels.filter((one) => cell.outcomes[one] === 'unknown')) {
      const reason = cell.reasons[level] ?? 'no reason is given';
      const cases = byReason.get(reason) ?? [];
      byReason.set(reason, cases);
      const last = cases.at(-1);
      if (last?.principal === principal && last.data === data) last.levels.push(level);
      else cases.push({ principal, data, levels: [level] });
    }
  }
  return [...byReason].map(([reason, cases]) => ({ reason, cases }));
}

/** How many answers (principal, data, level) are not known. */
export function unknownCount(report: MatrixReport): number {
  return report.cells
    .flatMap(({ outcomes }) => Object.values(outcomes))
    .filter((outcome) => outcome === 'unknown').length;
}
