import { join } from 'node:path';
import ts from 'typescript';
import { filterScript } from '../../../../../access/report/html/script/filter';
import { pageScript } from '../../../../../access/report/html/script/page';

/** The script as if it were a file beside the module that makes its data, whose types it names. */
function problems(text: string): string[] {
  const file = join(__dirname, '../../../../../access/report/html/page-script.js');
  const options: ts.CompilerOptions = {
    allowJs: true,
    checkJs: true,
    noEmit: true,
    noImplicitAny: true,
    noUnusedLocals: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    skipLibCheck: true,
  };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (name) => (name === file ? text : readFile.call(host, name));
  host.fileExists = (name) => name === file || fileExists.call(host, name);
  const program = ts.createProgram([file], options, host);
  const source = program.getSourceFile(file);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ messageText, start }) =>
      `${text.slice(0, start).split('\n').length}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
  );
}

test('the script of the page has no errors of types', () => {
  expect(problems(`${filterScript}\n${pageScript}`)).toEqual([]);
  expect(problems(`${filterScript}\n${pageScript}\nvisible([], [], []).row;`)).toHaveLength(2);
});
