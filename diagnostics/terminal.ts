import { describePlace, type Diagnostic, type Label, labelsOf, type Severity } from './diagnostic';
import { frame, type LineOf, sourceLines } from './frame';
import { type Location, seenFrom } from './location';

export interface TerminalOptions extends Location {
  /** Escape sequences for a terminal. */
  readonly colour?: boolean;
}

/**
 * Findings for people: what is wrong, the lines that it is in (where the folder is known), what to do, and how many
 * there are.
 */
export function terminalReport(findings: readonly Diagnostic[], options: TerminalOptions = {}): string {
  if (findings.length === 0) return '';
  const view: View = {
    lineOf: sourceLines(options.folder),
    show: ({ place }) => describePlace(seenFrom(options, place)),
    paint: options.colour === true ? painted : plain,
  };
  const blocks = [
    ...findings.filter(({ severity }) => severity !== 'note').map((each) => one(each, view)),
    ...groups(findings.filter(({ severity }) => severity === 'note')).map((notes) => together(notes, view)),
  ];
  return `${[...blocks, summary(findings)].join('\n\n')}\n`;
}

interface View {
  readonly lineOf: LineOf;
  readonly show: (label: Label) => string;
  readonly paint: Paint;
}

type Paint = (text: string, style: Severity | 'bold' | 'dim') => string;

function one(finding: Diagnostic, view: View): string {
  const labels = labelsOf(finding).flatMap((label, index) =>
    labelled(label, index === 0 ? '-->' : ':::', finding.severity, view),
  );
  return [...head(finding, view), ...labels, ...foot(finding)].join('\n');
}

function labelled(label: Label, arrow: string, severity: Severity, view: View): readonly string[] {
  const { show, paint } = view;
  const { place, words } = label;
  const source = view.lineOf(place);
  const told = words === undefined ? '' : ` ${words}`;
  if (source === undefined) return [paint(` ${arrow} ${show(label)}`, 'dim') + told];
  const { gutter, line, carets } = frame(source, place);
  const margin = ' '.repeat(gutter.length);
  return [
    paint(` ${arrow} ${show(label)}`, 'dim'),
    paint(`${margin} |`, 'dim'),
    `${paint(`${gutter} |`, 'dim')} ${line}`,
    `${paint(`${margin} |`, 'dim')} ${paint(carets + told, severity)}`,
  ];
}

/** Notes that say the same, once, with all their places and without the lines. */
function together(notes: readonly [Diagnostic, ...Diagnostic[]], view: View): string {
  const { show, paint } = view;
  const [first] = notes;
  const places = notes.flatMap((note) => labelsOf(note).slice(0, 1).map(show));
  const others = notes.flatMap((note) =>
    labelsOf(note)
      .slice(1)
      .map((label) => `${paint(` ::: ${show(label)}`, 'dim')} ${label.words ?? ''}`.trimEnd()),
  );
  return [
    ...head(first, view),
    ...(places.length > 0 ? [paint(` --> ${places.join(', ')}`, 'dim')] : []),
    ...new Set(others),
    ...foot(first),
  ].join('\n');
}

function head({ severity, code, message }: Diagnostic, { paint }: View): readonly string[] {
  return [`${paint(`${severity} ${code}`, severity)} ${paint(message, 'bold')}`];
}

function foot({ help, url }: Diagnostic): readonly string[] {
  return [`help: ${help}`, ...(url === undefined ? [] : [`      ${url}`])];
}

function groups(notes: readonly Diagnostic[]): readonly [Diagnostic, ...Diagnostic[]][] {
  const found = new Map<string, [Diagnostic, ...Diagnostic[]]>();
  for (const note of notes) {
    const key = JSON.stringify([note.code, note.message, note.help, note.url]);
    const group = found.get(key);
    if (group) group.push(note);
    else found.set(key, [note]);
  }
  return [...found.values()];
}

function summary(findings: readonly Diagnostic[]): string {
  const count = (severity: Severity) => findings.filter((each) => each.severity === severity).length;
  return (['error', 'warning', 'note'] as const)
    .map((severity) => [count(severity), severity] as const)
    .filter(([number]) => number > 0)
    .map(([number, severity]) => `${number} ${severity}${number === 1 ? '' : 's'}`)
    .join(', ');
}

const plain: Paint = (text) => text;

const styles = { error: 31, warning: 33, note: 36, bold: 1, dim: 2 } as const;

const painted: Paint = (text, style) => `\u001b[${styles[style]}m${text}\u001b[0m`;
