/**
 * Part of the page's script: which rows and columns stay. Plain JavaScript in a string, since the bytes of a page must not
 * depend on who compiled Terralake; a test checks its types and calls it.
 */
export const filterScript = `'use strict';
/**
 * @typedef {{ principal: string, data: string, kind: string, level: number, unknown: boolean }} Query
 * @typedef {{ text: string, kind: string }} Row
 * @typedef {{ row: number, column: number, outcomes: string }} Cell  outcomes: B allowed, U not known, I denied, by level
 */

/** @param {string} text @param {string} query @returns {boolean} */
function contains(text, query) {
  return query.toLowerCase().split(/\\s+/).every((word) => text.includes(word));
}

/** @param {string} outcomes @param {Query} query @returns {boolean} */
function fits(outcomes, query) {
  const wanted = query.level < 0 ? outcomes : outcomes.charAt(query.level);
  return query.unknown ? wanted.includes('U') : /[BU]/.test(wanted);
}

/**
 * Text and kind choose rows and columns; a level, or what is not known, keeps those with such a cell only.
 * @param {Row[]} rows @param {string[]} columns @param {Cell[]} cells @param {Query} query
 * @returns {{ rows: boolean[], columns: boolean[], cells: boolean[] }}
 */
function visible(rows, columns, cells, query) {
  const rowFits = rows.map((row) => (query.kind === '' || row.kind === query.kind) && contains(row.text, query.data));
  const columnFits = columns.map((text) => contains(text, query.principal));
  const shown = cells.map((cell) => rowFits[cell.row] && columnFits[cell.column] && fits(cell.outcomes, query));
  if (query.level < 0 && !query.unknown) return { rows: rowFits, columns: columnFits, cells: shown };
  const found = { rows: rows.map(() => false), columns: columns.map(() => false), cells: shown };
  cells.forEach((cell, index) => {
    if (!shown[index]) return;
    found.rows[cell.row] = true;
    found.columns[cell.column] = true;
  });
  return found;
}`;
