import {
  dataKinds,
  levels,
  type DataKind,
  type MatrixData,
  type MatrixPrincipal,
  type MatrixReport,
  type CellOutcome,
  type Level,
  type MatrixCell,
} from '../../questions/matrix-report';
import { dataPrefix, kindTitles, principalName, principalPrefix, levelSign } from '../labels';
import { escapeHtml } from './escape';

/** More columns than a printed page holds: paper shows them as lists. */
const printable = 22;

/** A column: a principal, its position in the report, and its name as it is shown. */
interface Column {
  readonly index: number;
  readonly principal: MatrixPrincipal;
  readonly name: string;
}

/** A cell's position in the report, by `<data> <principal>`. */
type Positions = ReadonlyMap<string, number>;

/**
 * The table: data in rows, by kind; principals in columns, those of the platform first. Cells end where HTML lets
 * them (https://html.spec.whatwg.org/multipage/syntax.html#optional-tags), as most of a large matrix is empty.
 */
export function grid(report: MatrixReport): string {
  const columns = columnsOf(report.principals);
  const positions = new Map(
    report.cells.map(({ data, principal }, index) => [`${data} ${principal}`, index]),
  );
  const kinds = dataKinds.filter((kind) => report.data.some((data) => data.kind === kind));
  const many = columns.length > printable ? ' many' : '';
  return `<div class="scroll${many}" role="region" aria-labelledby="matrix-title" tabindex="0">
<table id="grid" role="table">
<caption>Data in rows, principals in columns. In an empty cell everything is denied.</caption>
<thead role="rowgroup"><tr role="row">${corner(report.principals)}${columns.map(columnHead).join('')}</tr></thead>
${kinds.map((kind) => kindRows(report, kind, columns, positions)).join('')}</table>
</div>
<p id="nothing" hidden>Nothing fits these filters.</p>`;
}

const columnOrder: readonly MatrixPrincipal['kind'][] = ['platform', 'referred to', 'stand-in'];

function columnsOf(principals: readonly MatrixPrincipal[]): readonly Column[] {
  const prefix = principalPrefix(principals);
  const all = principals.map((principal, index) => ({
    index,
    principal,
    name: principalName(principal, prefix),
  }));
  return columnOrder.flatMap((kind) => all.filter(({ principal }) => principal.kind === kind));
}

function corner(principals: readonly MatrixPrincipal[]): string {
  const prefix = principalPrefix(principals);
  return `<td>${prefix === '' ? '' : `<small>Principals without <b>${escapeHtml(prefix)}</b></small>`}</td>`;
}

function columnHead({ index, principal: { kind, label, arn }, name }: Column): string {
  const other = kind === 'platform' ? '' : ' class="other"';
  return `<th scope="col" role="columnheader"${other} data-principal="${index}" data-search="${search(label, arn)}" title="${escapeHtml(label)}"><span>${escapeHtml(name)}</span></th>`;
}

function kindRows(
  report: MatrixReport,
  kind: DataKind,
  columns: readonly Column[],
  positions: Positions,
): string {
  const prefix = dataPrefix(report.data, kind);
  const rows = report.data.flatMap((data, row) => {
    if (data.kind !== kind) return [];
    const cells = columns.map(({ index, name }) => {
      const position = positions.get(`${row} ${index}`);
      const cell = position === undefined ? undefined : report.cells[position];
      return cell === undefined || position === undefined ? '<td>' : cellHtml(cell, position, name);
    });
    const nobody = cells.every((cell) => cell === '<td>') ? ' class="nobody"' : '';
    return [`<tr role="row" data-row="${row}"${nobody}>${rowHead(data, prefix)}${cells.join('')}</tr>\n`];
  });
  const head = `<th scope="rowgroup" role="rowheader" colspan="${columns.length + 1}"><span>${kindTitles[kind]} <small>${rows.length}</small></span></th>`;
  return `<tbody role="rowgroup" data-kind="${kind}"><tr role="row" class="kind">${head}</tr>\n${rows.join('')}</tbody>\n`;
}

function rowHead({ label, arn }: MatrixData, prefix: string): string {
  const shared = prefix === '' ? '' : `<small>${escapeHtml(prefix)}</small>`;
  return `<th scope="row" role="rowheader" data-search="${search(label, arn)}">${shared}${escapeHtml(label.slice(prefix.length))}</th>`;
}

/** What the filters look at: in lower case, as what is typed is compared in lower case. */
function search(label: string, arn: string): string {
  return escapeHtml(`${label} ${arn}`.toLowerCase());
}

/** `b` allowed, `u` not known, `i` denied: short, as there may be tens of thousands; the place tells the level. */
const elements: Readonly<Record<CellOutcome, string>> = { allowed: 'b', unknown: 'u', denied: 'i' };

/** A cell: a button, which shows the reasons. @param position the cell's in the report, where the script finds them */
function cellHtml({ outcomes }: MatrixCell, position: number, principal: string): string {
  return `<td role=cell data-who="${escapeHtml(principal)}"><button data-cell=${position} aria-label="${inWords(outcomes)}">${signs(outcomes)}</button>`;
}

/** The four signs of a cell, in the order of the levels. */
function signs(outcomes: Readonly<Record<Level, CellOutcome>>): string {
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

/** The filters. They need the script, which shows them. */
export function filterForm({ data }: MatrixReport): string {
  const kinds = dataKinds.filter((kind) => data.some((item) => item.kind === kind));
  const kindOptions = kinds.map((kind) => `<option value="${kind}">${kindTitles[kind]}</option>`).join('');
  const levelOptions = levels.map((level, index) => `<option value="${index}">${level}</option>`).join('');
  return `<form id="filters" role="search" aria-label="Filter the matrix" hidden>
<label>Data <input type="search" name="data" placeholder="part of a name or ARN" autocomplete="off" spellcheck="false"></label>
<label>Principal <input type="search" name="principal" placeholder="part of a name or ARN" autocomplete="off" spellcheck="false"></label>
<label>Kind <select name="kind"><option value="">all data</option>${kindOptions}</select></label>
<label>Level <select name="level"><option value="-1">any</option>${levelOptions}</select></label>
<label class="check"><input type="checkbox" name="unknown"> only not known (?)</label>
<button type="reset">Reset</button>
<output name="shown" aria-live="polite"></output>
</form>`;
}
