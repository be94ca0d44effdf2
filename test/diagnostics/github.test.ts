import fc from 'fast-check';
import { error, note, warning } from '../../diagnostics/diagnostic';
import { githubReport } from '../../diagnostics/github';
import { finding } from './arbitrary';

test('one command per finding: level, file, line, column, code, text', () => {
  const place = { file: 'datalake/lake.yaml', line: 18, column: 7 };
  const other = { place: { file: 'b.yaml', line: 1, column: 2 }, words: 'uses it already' };
  const findings = [
    error('TL201', place, 'unknown key "ReadRole"', 'Did you mean "ReadRoles"?'),
    warning('TL702', undefined, 'there is no lock file', 'Write it.'),
    note('TL602', place, 'no meaning', 'Remove it.'),
    error('TL502', [{ place, words: 'uses it too' }, other], 'used twice', 'Rename one.'),
  ];
  expect(githubReport(findings)).toBe(
    [
      '::error file=datalake/lake.yaml,line=18,col=7,title=TL201::unknown key "ReadRole"%0ADid you mean "ReadRoles"?',
      '::warning title=TL702::there is no lock file%0AWrite it.',
      '::notice file=datalake/lake.yaml,line=18,col=7,title=TL602::no meaning%0ARemove it.',
      '::error file=datalake/lake.yaml,line=18,col=7,title=TL502::used twice%0Auses it too%0Ab.yaml:1:2: uses it already%0ARename one.',
      '',
    ].join('\n'),
  );
});

test('files are named from where one stands', () => {
  const place = { file: 'sub/a.yaml', line: 1, column: 1 };
  const text = githubReport([error('TL201', place, 'm', 'h')], { folder: '/repo/configs', from: '/repo' });
  expect(text).toMatch(/^::error file=configs\/sub\/a\.yaml,line=1,col=1,/);
});

test('percent signs, colons, commas and line ends are escaped as GitHub wants them', () => {
  const place = { file: 'a,b:c%\n.yaml', line: 1, column: 1 };
  expect(githubReport([error('TL201', place, '100%: a,\r\n::error::b', 'h')])).toBe(
    '::error file=a%2Cb%3Ac%25%0A.yaml,line=1,col=1,title=TL201::100%25: a,%0D%0A::error::b%0Ah\n',
  );
});

test('whatever a finding says, it stays one command, which gives it back', () => {
  const back = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  const property = (text: string) => back(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
  fc.assert(
    fc.property(finding, (each) => {
      const [line = '', end, ...more] = githubReport([each]).split('\n');
      expect([end, more]).toEqual(['', []]);
      const [, properties = '', data = ''] = /^::[a-z]+ ((?:(?!::).)*)::(.*)$/s.exec(line) ?? [];
      const named = Object.fromEntries(
        properties
          .split(',')
          .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
      );
      expect(named['title']).toBe(each.code);
      if (each.place) expect(property(named['file'] ?? '')).toBe(each.place.file.replaceAll('\\', '/'));
      expect(back(data).startsWith(each.message)).toBe(true);
    }),
  );
});
