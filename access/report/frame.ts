/** The lines of one cell, each at most as wide as its column. */
export type CellLines = readonly string[];

/** What the frame adds to the width of its columns: a border and a space on both sides of each. */
export function frameWidth(columns: number): number {
  return 3 * columns + 1;
}

/**
 * A table whose cells are lines already, with a rule between rows. Looks like the tables of cli-table3, which takes a
 * minute for the cells of many lines that a matrix of a hundred environments has (it cuts the whole text of a cell to
 * ten characters, one by one, for every line: `draw` in its src/cell.js).
 */
export function frame(rows: readonly (readonly CellLines[])[], widths: readonly number[]): string {
  const rule = (left: string, middle: string, right: string): string =>
    left + widths.map((width) => '─'.repeat(width + 2)).join(middle) + right;
  const bodies = rows.map((cells) => rowLines(cells, widths).join('\n'));
  return [rule('┌', '┬', '┐'), bodies.join(`\n${rule('├', '┼', '┤')}\n`), rule('└', '┴', '┘')].join('\n');
}

function rowLines(cells: readonly CellLines[], widths: readonly number[]): readonly string[] {
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const texts = widths.map((width, column) => (cells[column]?.[line] ?? '').padEnd(width));
    return `│ ${texts.join(' │ ')} │`;
  });
}
