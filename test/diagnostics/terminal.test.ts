import { terminalReport } from '../../diagnostics/terminal';
import { type Diagnostic, error, note } from '../../diagnostics/diagnostic';
import { folderWith } from '../core/config/support';

const finding: Diagnostic = {
  severity: 'error',
  code: 'TL201',
  message: 'unknown key "retentionDayz"',
  help: 'Did you mean "retentionDays"?',
  place: { file: 'config/sales.yaml', line: 2, column: 3 },
};

const folder = () => folderWith({ 'config/sales.yaml': 'bucket:\n  retentionDayz: 3 # days\n' });

test('for people: place, line, caret, help, how many', () => {
  const more: Diagnostic = { severity: 'note', code: 'TL602', message: 'm', help: 'h' };
  expect(terminalReport([finding, finding, more], { folder: folder() })).toBe(
    [
      'error TL201 unknown key "retentionDayz"',
      ' --> config/sales.yaml:2:3',
      '  |',
      '2 |   retentionDayz: 3 # days',
      '  |   ^^^^^^^^^^^^^',
      'help: Did you mean "retentionDays"?',
      '',
      'error TL201 unknown key "retentionDayz"',
      ' --> config/sales.yaml:2:3',
      '  |',
      '2 |   retentionDayz: 3 # days',
      '  |   ^^^^^^^^^^^^^',
      'help: Did you mean "retentionDays"?',
      '',
      'note TL602 m',
      'help: h',
      '',
      '2 errors, 1 note',
      '',
    ].join('\n'),
  );
});

test('several places, each with its line and its words', () => {
  const twice = error(
    'TL502',
    [
      { place: { file: 'config/sales.yaml', line: 2, column: 3 }, words: 'uses it too' },
      { place: { file: 'config/sales.yaml', line: 1, column: 1 }, words: 'uses it already' },
      { place: { file: 'gone.yaml', line: 7, column: 1 }, words: 'and here' },
    ],
    'the name raw is used twice',
    'Rename one.',
  );
  expect(terminalReport([{ ...twice, url: 'https://acme.example' }], { folder: folder() })).toBe(
    [
      'error TL502 the name raw is used twice',
      ' --> config/sales.yaml:2:3',
      '  |',
      '2 |   retentionDayz: 3 # days',
      '  |   ^^^^^^^^^^^^^ uses it too',
      ' ::: config/sales.yaml:1:1',
      '  |',
      '1 | bucket:',
      '  | ^^^^^^ uses it already',
      ' ::: gone.yaml:7:1 and here',
      'help: Rename one.',
      '      https://acme.example',
      '',
      '1 error',
      '',
    ].join('\n'),
  );
});

test('notes that say the same are told once, with all their places', () => {
  const told = (line: number) =>
    note(
      'TL410',
      [
        { place: { file: 'a.yaml', line, column: 1 }, words: 'read here' },
        { place: { file: 'b.yaml', line: 9, column: 1 }, words: 'published here' },
      ],
      'it is read there',
      'h',
    );
  expect(terminalReport([told(1), told(2)], { folder: folder() })).toBe(
    [
      'note TL410 it is read there',
      ' --> a.yaml:1:1, a.yaml:2:1',
      ' ::: b.yaml:9:1 published here',
      'help: h',
      '',
      '2 notes',
      '',
    ].join('\n'),
  );
});

test('the caret is below the value, without the comment behind it', () => {
  const place = { file: 'config/sales.yaml', line: 2, column: 18 };
  const lines = terminalReport([{ ...finding, place }], { folder: folder() }).split('\n');
  expect(lines[4]).toBe(`  | ${' '.repeat(17)}^`);
});

test('a file that has gone, and no folder', () => {
  const place = { file: 'gone.yaml', line: 1, column: 1 };
  expect(terminalReport([{ ...finding, place }], { folder: folder() })).not.toContain('|');
  expect(terminalReport([finding])).not.toContain('|');
  expect(terminalReport([])).toBe('');
});

test('colour only when asked for', () => {
  const escape = '\u001b[';
  expect(terminalReport([finding], { folder: folder() })).not.toContain(escape);
  expect(terminalReport([finding], { folder: folder(), colour: true })).toContain(escape);
});

test('file names open from where one stands', () => {
  const place = { file: 'sub/a.yaml', line: 1, column: 1 };
  const text = terminalReport([{ severity: 'note', code: 'TL602', message: 'm', help: 'h', place }], {
    folder: '/platform/configs',
    from: '/platform',
  });
  expect(text).toContain('--> configs/sub/a.yaml:1:1');
});
