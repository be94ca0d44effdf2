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

/**
 * Words in lines of at most `width` characters, joined by `joint`. A word that is too long is cut behind a `/`, `-`,
 * `.`, `_` or space, and anywhere where it has none.
 */
export function wrap(words: readonly string[], width: number, joint = ' '): readonly string[] {
  const lines: string[] = [];
  words.forEach((word, index) => {
    const text = index < words.length - 1 ? word + joint.trimEnd() : word;
    const line = lines.at(-1);
    const gap = joint.endsWith(' ') ? ' ' : '';
    if (line !== undefined && line.length + gap.length + text.length <= width)
      lines[lines.length - 1] = line + gap + text;
    else lines.push(...pieces(text, width));
  });
  return lines;
}

function pieces(text: string, width: number): readonly string[] {
  if (text.length <= width) return [text];
  const cut = text.slice(0, width).search(/[-/._ ][^-/._ ]*$/);
  const end = cut > 0 ? cut + 1 : width;
  return [text.slice(0, end), ...pieces(text.slice(end), width)];
}
