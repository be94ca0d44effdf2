import { levels, type CellOutcome, type MatrixChange, type MatrixReport } from './matrix-report';

/** Who gains and who loses what between two matrices; principals and data are the same by their labels. */
export function difference(before: MatrixReport, after: MatrixReport): readonly MatrixChange[] {
  const [old, now] = [outcomesOf(before), outcomesOf(after)];
  const keys = [...new Set([...old.keys(), ...now.keys()])].sort();
  return keys.flatMap((key) => {
    const [first, second] = [old.get(key), now.get(key)];
    const cell = second ?? first;
    if (!cell) return [];
    return levels.flatMap((level): readonly MatrixChange[] => {
      const [from, to] = [first?.outcomes[level] ?? 'denied', second?.outcomes[level] ?? 'denied'];
      if (from === to) return [];
      const change = rank[to] > rank[from] ? 'gains' : 'loses';
      const reason = (change === 'gains' ? second : first)?.reasons[level];
      const { principal, kind, data } = cell;
      return [{ principal, kind, data, level, before: from, after: to, change, reason }];
    });
  });
}

const rank: Readonly<Record<CellOutcome, number>> = { denied: 0, unknown: 1, allowed: 2 };

function outcomesOf(report: MatrixReport) {
  return new Map(
    report.cells.flatMap((cell) => {
      const [principal, data] = [report.principals[cell.principal], report.data[cell.data]];
      if (!principal || !data) return [];
      const { outcomes, reasons } = cell;
      const key = JSON.stringify([principal.label, data.kind, data.label]);
      return [[key, { principal: principal.label, kind: data.kind, data: data.label, outcomes, reasons }]];
    }),
  );
}
