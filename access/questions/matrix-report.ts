import type { Place } from '../../diagnostics/diagnostic';

/** What a principal can do with data. `admin` is to change who may do what, or to remove the container of the data. */
export const levels = ['read', 'write', 'delete', 'admin'] as const;
export type Level = (typeof levels)[number];

export type CellOutcome = 'allowed' | 'denied' | 'unknown';

/** Kinds of data, in the order of the tables. */
export const dataKinds = ['bucket', 'database', 'key', 'workgroup', 'studio profile'] as const;
export type DataKind = (typeof dataKinds)[number];

/** A row of the matrix. */
export interface MatrixPrincipal {
  readonly label: string;
  readonly arn: string;
  /** Of the platform; a role that the platform refers to; or one that stands for all others: an administrator, an outsider. */
  readonly kind: 'platform' | 'referred to' | 'stand-in';
  readonly place: Place | undefined;
}

/** A column of the matrix. */
export interface MatrixData {
  readonly kind: DataKind;
  /** `s3://<bucket>/<prefix>/`, `<database>.*`, `alias/<alias>`, the workgroup, `<domain>/<profile>`. */
  readonly label: string;
  /** What the questions are about: an ARN. */
  readonly arn: string;
  readonly place: Place | undefined;
}

/** One cell. */
export interface MatrixCell {
  /** Positions in {@link MatrixReport.principals} and {@link MatrixReport.data}. */
  readonly principal: number;
  readonly data: number;
  readonly outcomes: Readonly<Record<Level, CellOutcome>>;
  /** One line for each level that is not plainly denied: which locks opened, or what is not known. */
  readonly reasons: Readonly<Partial<Record<Level, string>>>;
}

/** Principals × data. Cells where everything is denied are left out. */
export interface MatrixReport {
  readonly organization: string;
  /** `stacks`: what would be; `live`: what was read back. */
  readonly source: 'stacks' | 'live';
  readonly principals: readonly MatrixPrincipal[];
  readonly data: readonly MatrixData[];
  readonly cells: readonly MatrixCell[];
  readonly assumptions: readonly string[];
}

/** A level that a principal gains or loses between two sides. */
export interface MatrixChange {
  readonly principal: string;
  readonly kind: DataKind;
  readonly data: string;
  readonly level: Level;
  readonly before: CellOutcome;
  readonly after: CellOutcome;
  /** `gains` where more is possible or less is surely denied. */
  readonly change: 'gains' | 'loses';
  readonly reason: string | undefined;
}

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
