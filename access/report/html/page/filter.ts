/** What the filters ask for. */
export interface Query {
  readonly principal: string;
  readonly data: string;
  readonly kind: string;
  /** Position of a level; -1 for any. */
  readonly level: number;
  readonly unknown: boolean;
}

export interface Row {
  readonly text: string;
  readonly kind: string;
}

export interface Cell {
  readonly row: number;
  readonly column: number;
  /** By level: B allowed, U not known, I denied. */
  readonly outcomes: string;
}

/** By position, whether it stays. */
export interface Visible {
  readonly rows: readonly boolean[];
  readonly columns: readonly boolean[];
  readonly cells: readonly boolean[];
}

/**
 * Which rows, columns and cells stay: text and kind choose rows and columns; a level, or what is not known, keeps
 * those with such a cell only.
 */
export function visible(
  rows: readonly Row[],
  columns: readonly string[],
  cells: readonly Cell[],
  query: Query,
): Visible {
  const rowFits = rows.map(
    (row) => (query.kind === '' || row.kind === query.kind) && contains(row.text, query.data),
  );
  const columnFits = columns.map((text) => contains(text, query.principal));
  const shown = cells.map(
    (cell) => rowFits[cell.row] === true && columnFits[cell.column] === true && fits(cell.outcomes, query),
  );
  if (query.level < 0 && !query.unknown) return { rows: rowFits, columns: columnFits, cells: shown };
  const kept = cells.filter((_, index) => shown[index]);
  return {
    rows: has(
      rows,
      kept.map(({ row }) => row),
    ),
    columns: has(
      columns,
      kept.map(({ column }) => column),
    ),
    cells: shown,
  };
}

function contains(text: string, query: string): boolean {
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function fits(outcomes: string, query: Query): boolean {
  const wanted = query.level < 0 ? outcomes : outcomes.charAt(query.level);
  return query.unknown ? wanted.includes('U') : /[BU]/.test(wanted);
}

function has(items: readonly unknown[], positions: readonly number[]): readonly boolean[] {
  const found = new Set(positions);
  return items.map((_, index) => found.has(index));
}
