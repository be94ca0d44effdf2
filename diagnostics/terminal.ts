import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { describePlace, type Diagnostic, type Place, type Severity } from './diagnostic';

export interface FormatOptions {
  /** Escape sequences for a terminal. */
  readonly colour?: boolean;
  /** The root file's folder: where the files that places name lie. Without it no source lines are shown. */
  readonly folder?: string;
  /** The folder that one stands in: file names are shown so that they open from there. Default: as in the places. */
  readonly from?: string;
}

/** Findings for people: what is wrong, the line that it is in, what to do, and how many there are. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], options: FormatOptions = {}): string {
  if (diagnostics.length === 0) return '';
  const lineOf = sourceLines(options.folder);
  const show = placeNames(options);
  const paint = options.colour === true ? painted : plain;
  const blocks = [
    ...diagnostics.filter((d) => d.severity !== 'note').map((d) => formatOne(d, lineOf, show, paint)),
    ...groups(diagnostics.filter((d) => d.severity === 'note')).map((notes) =>
      formatNotes(notes, show, paint),
    ),
  ];
  return `${[...blocks, summary(diagnostics)].join('\n\n')}\n`;
}

type LineOf = (place: Place) => string | undefined;
type Show = (place: Place) => string;
type Paint = (text: string, style: Severity | 'bold' | 'dim') => string;

const widest = 100;

function formatOne(diagnostic: Diagnostic, lineOf: LineOf, show: Show, paint: Paint): string {
  const { severity, code, message, help, place } = diagnostic;
  const lines = [`${paint(`${severity} ${code}`, severity)} ${paint(message, 'bold')}`];
  if (place) {
    lines.push(paint(` --> ${show(place)}`, 'dim'));
    const source = lineOf(place);
    if (source !== undefined) lines.push(...frame(source, place, severity, paint));
  }
  return [...lines, `help: ${help}`].join('\n');
}

/** Notes that say the same, once, with all their places and without the lines. */
function formatNotes(notes: readonly [Diagnostic, ...Diagnostic[]], show: Show, paint: Paint): string {
  const [{ severity, code, message, help }] = notes;
  const places = notes.flatMap(({ place }) => (place ? [show(place)] : []));
  return [
    `${paint(`${severity} ${code}`, severity)} ${paint(message, 'bold')}`,
    ...(places.length > 0 ? [paint(` --> ${places.join(', ')}`, 'dim')] : []),
    `help: ${help}`,
  ].join('\n');
}

function groups(notes: readonly Diagnostic[]): readonly [Diagnostic, ...Diagnostic[]][] {
  const found = new Map<string, [Diagnostic, ...Diagnostic[]]>();
  for (const note of notes) {
    const key = JSON.stringify([note.code, note.message, note.help]);
    const group = found.get(key);
    if (group) group.push(note);
    else found.set(key, [note]);
  }
  return [...found.values()];
}

function frame(source: string, { line, column }: Place, severity: Severity, paint: Paint): readonly string[] {
  const cut = Math.max(0, column - widest + 20);
  const shown = source.slice(cut, cut + widest);
  const rest = source
    .slice(column - 1)
    .replace(/\s+#.*$/, '')
    .trimEnd();
  const length = Math.max(1, Math.min(word(rest), widest - (column - 1 - cut)));
  const gutter = String(line);
  const margin = ' '.repeat(gutter.length);
  const caret = `${' '.repeat(Math.max(0, column - 1 - cut))}${'^'.repeat(length)}`;
  return [
    paint(`${margin} |`, 'dim'),
    `${paint(`${gutter} |`, 'dim')} ${shown}`,
    `${paint(`${margin} |`, 'dim')} ${paint(caret, severity)}`,
  ];
}

/** A key up to its colon, or a whole value. */
function word(rest: string): number {
  const key = /^("[^"]*"|'[^']*'|[^\s:"'{[]+)(?=:(\s|$))/.exec(rest);
  return key ? key[0].length : rest.length;
}

function summary(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity) => diagnostics.filter((d) => d.severity === severity).length;
  return (['error', 'warning', 'note'] as const)
    .map((severity) => [count(severity), severity] as const)
    .filter(([number]) => number > 0)
    .map(([number, severity]) => `${number} ${severity}${number === 1 ? '' : 's'}`)
    .join(', ');
}

function placeNames({ folder, from }: FormatOptions): Show {
  if (folder === undefined || from === undefined) return describePlace;
  return (place) =>
    describePlace({ ...place, file: relative(from, resolve(folder, place.file)) || place.file });
}

function sourceLines(folder: string | undefined): LineOf {
  const files = new Map<string, readonly string[]>();
  return ({ file, line }) => {
    if (folder === undefined) return undefined;
    const lines = files.get(file) ?? read(resolve(folder, file));
    files.set(file, lines);
    return lines[line - 1];
  };
}

function read(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/);
  } catch {
    return [];
  }
}

const plain: Paint = (text) => text;

const styles = { error: 31, warning: 33, note: 36, bold: 1, dim: 2 } as const;

const painted: Paint = (text, style) => `\u001b[${styles[style]}m${text}\u001b[0m`;
