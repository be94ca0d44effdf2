import { LineCounter, parseDocument, type Document, isScalar, visit } from 'yaml';
import { error, type Place, type Report } from '../../diagnostics/diagnostic';
import { type ConfigNode, emptyMap } from './node';
import { convert, type Include, keyTwice } from './yaml-convert';

/** Parses one YAML file. Undefined, and findings at their places, where it is not valid. */
export function parseYaml(
  source: string,
  file: string,
  report: Report,
  include: Include | undefined,
): ConfigNode | undefined {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (!reportErrors(document, placeOf, report)) return undefined;
  if (document.contents === null) return emptyMap(placeOf(0));
  return convert(document, { placeOf, report, include });
}

function reportErrors(document: Document, placeOf: (offset: number) => Place, report: Report): boolean {
  for (const problem of document.errors) {
    const place = placeOf(problem.pos[0]);
    if (problem.code === 'DUPLICATE_KEY') {
      const first = firstOfKey(document, problem.pos[0]);
      report(keyTwice('the key', place, first === undefined ? undefined : placeOf(first)));
    } else {
      const [first = problem.message] = problem.message.split('\n');
      report(error('TL102', place, first.replace(/:$/, ''), help(problem.code)));
    }
  }
  return document.errors.length === 0;
}

/** Where the key stands for the first time that a map has again at `second`. */
function firstOfKey(document: Document, second: number): number | undefined {
  let first: number | undefined;
  visit(document, {
    Map(_, { items }) {
      const keys = items.flatMap(({ key }) => (isScalar(key) && key.range ? [key] : []));
      const again = keys.find(({ range }) => range?.[0] === second);
      if (!again) return undefined;
      first = keys.find(({ value }) => value === again.value)?.range?.[0];
      return visit.BREAK;
    },
  });
  return first === second ? undefined : first;
}

function help(code: string): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'Indent with spaces.';
    case 'MULTIPLE_DOCS':
      return 'Remove the `---` line: a file holds one document.';
    case 'BAD_INDENT':
      return 'Check the indentation, and that brackets above are closed.';
    default:
      return 'Correct the YAML at this place.';
  }
}
