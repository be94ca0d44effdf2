import { levels, type CellOutcome, type Level, type MatrixCell } from '../../questions/matrix-report';
import { levelSign } from '../labels';
import { escapeHtml } from './escape';

/** `b` allowed, `u` not known, `i` denied: short, as there may be tens of thousands; the place tells the level. */
const elements: Readonly<Record<CellOutcome, string>> = { allowed: 'b', unknown: 'u', denied: 'i' };

/** A cell: a button, which shows the reasons. @param position the cell's in the report, where the script finds them */
export function cellHtml({ outcomes }: MatrixCell, position: number, principal: string): string {
  return `<td role=cell data-who="${escapeHtml(principal)}"><button data-cell=${position} aria-label="${inWords(outcomes)}">${signs(outcomes)}</button>`;
}

/** The four signs of a cell, in the order of the levels. */
export function signs(outcomes: Readonly<Record<Level, CellOutcome>>): string {
  return levels
    .map((level) => {
      const element = elements[outcomes[level]];
      return `<${element}>${levelSign(level, outcomes[level])}</${element}>`;
    })
    .join('');
}

function inWords(outcomes: Readonly<Record<Level, CellOutcome>>): string {
  const words = levels.flatMap((level) => {
    if (outcomes[level] === 'denied') return [];
    return [outcomes[level] === 'allowed' ? level : `${level} not known`];
  });
  return words.join(', ');
}
