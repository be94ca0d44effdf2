import {
  dataKinds,
  type DataKind,
  type MatrixData,
  type MatrixPrincipal,
  type MatrixReport,
} from '../../questions/matrix-report';
import { dataPrefix, kindTitles, principalName, principalPrefix } from '../labels';
import { cellHtml } from './cell';
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
