import {
  dataKinds,
  type DataKind,
  type MatrixPrincipal,
  type MatrixReport,
} from '../questions/matrix-report';
import { frame, frameWidth, wrap, type CellLines } from './frame';
import { foldedHolders, idlePrincipals, type FoldedData } from './holders';
import { dataPrefix, kindTitles, markMeanings, principalName, principalPrefix, sourceTitles } from './labels';
import { unknownCount, unknowns } from './unknowns';

export interface MatrixTableOptions {
  /** Columns of the terminal. Default 100. */
  readonly width?: number;
  /** Every name and every reason, however many. By default the first dozen of each. */
  readonly all?: boolean;
}

const dozen = 12;
const narrowest = 60;
const signs = 'r w d a'.length;

/** The matrix for a terminal: for each kind of data a table that says, item by item, who can do what with it. */
export function matrixTable(report: MatrixReport, options: MatrixTableOptions = {}): string {
  const width = Math.max(options.width ?? 100, narrowest);
  const most = options.all === true ? Infinity : dozen;
  const lines = (text: string): string => wrap(text.split(' '), width).join('\n');
  const kinds = dataKinds.filter((kind) => report.data.some((data) => data.kind === kind));
  return [
    lines(title(report)),
    legend(report).map(lines).join('\n'),
    ...kinds.map((kind) => kindTable(report, kind, width, most)),
    ...idle(report, most).map(lines),
    ...notes('Not known (?), and why:', reasons(report), width, most),
    ...notes('Assumed:', report.assumptions, width, Infinity),
  ].join('\n\n');
}

function title(report: MatrixReport): string {
  const unknown = unknownCount(report);
  const open = unknown === 0 ? 'everything is known' : `${count(unknown, 'answer')} not known (?)`;
  const size = `${count(report.principals.length, 'principal')}, ${report.data.length} data`;
  return `Who can do what in ${report.organization}, ${sourceTitles[report.source]}: ${size}; ${open}.`;
}

function legend({ principals }: MatrixReport): readonly string[] {
  const prefix = principalPrefix(principals);
  const has = (kind: MatrixPrincipal['kind']): boolean => principals.some((one) => one.kind === kind);
  return [
    'r read, w write, d delete, a admin; · denied, ? not known.',
    ...(has('stand-in') ? [`* ${markMeanings['stand-in']}.`] : []),
    ...(has('referred to') ? [`+ ${markMeanings['referred to']}.`] : []),
    ...(prefix === '' ? [] : [`Names of principals are written without ${prefix}`]),
  ];
}

function kindTable(report: MatrixReport, kind: DataKind, width: number, most: number): string {
  const prefix = dataPrefix(report.data, kind);
  const rows = foldedHolders(report, kind);
  const dataName = (label: string): string => (prefix === '' ? label : `…${label.slice(prefix.length)}`);
  const head = prefix === '' ? kindTitles[kind] : `${kindTitles[kind]}: ${prefix}…`;
  const room = width - frameWidth(3) - signs;
  const dataWidth = Math.floor(room / 2);
  const cells = rows.map((row) => [
    row.data.flatMap(({ label }) => wrap([dataName(label)], dataWidth)),
    ...whoCells(row, report.principals, room - dataWidth, most),
  ]);
  const heads = [wrap([head], dataWidth), ['r w d a'], ['who']];
  return frame([heads, ...cells], [dataWidth, signs, room - dataWidth]);
}

/** The two cells beside the data: levels, and who has them; line by line. */
function whoCells(
  { holders }: FoldedData,
  all: readonly MatrixPrincipal[],
  width: number,
  most: number,
): readonly CellLines[] {
  if (holders.length === 0) return [['· · · ·'], ['nobody']];
  const prefix = principalPrefix(all);
  const lines = holders.flatMap(({ signs: own, principals }) => {
    const names = shortened(
      principals.map((one) => principalName(one, prefix)),
      most,
    );
    return wrap(names, width, ', ').map((text, index) => [index === 0 ? own.join(' ') : '', text] as const);
  });
  return [lines.map(([own]) => own), lines.map(([, text]) => text)];
}

function idle(report: MatrixReport, most: number): readonly string[] {
  const prefix = principalPrefix(report.principals);
  const names = idlePrincipals(report).map((one) => principalName(one, prefix));
  return names.length === 0 ? [] : [`Can do nothing with any of it: ${shortened(names, most).join(', ')}`];
}

function reasons(report: MatrixReport): readonly string[] {
  return unknowns(report).map(({ reason, cases }) => {
    const answers = cases.reduce((sum, { levels }) => sum + levels.length, 0);
    return `${reason} (${count(answers, 'answer')})`;
  });
}

function notes(heading: string, texts: readonly string[], width: number, most: number): readonly string[] {
  if (texts.length === 0) return [];
  const items = shortened(texts, most).map((text) => wrap(text.split(' '), width - 2).join('\n  '));
  return [[heading, ...items.map((item) => `- ${item}`)].join('\n')];
}

function shortened(texts: readonly string[], most: number): readonly string[] {
  return texts.length <= most ? texts : [...texts.slice(0, most), `and ${texts.length - most} more`];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
