import { formatDiagnostics } from '../../diagnostics/terminal';
import type { Diagnostic } from '../../diagnostics/diagnostic';
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
  expect(formatDiagnostics([finding, finding, more], { folder: folder() })).toBe(
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

test('the caret is below the value, without the comment behind it', () => {
  const place = { file: 'config/sales.yaml', line: 2, column: 18 };
  const lines = formatDiagnostics([{ ...finding, place }], { folder: folder() }).split('\n');
  expect(lines[4]).toBe(`  | ${' '.repeat(17)}^`);
});

test('a file that has gone, and no folder', () => {
  const place = { file: 'gone.yaml', line: 1, column: 1 };
  expect(formatDiagnostics([{ ...finding, place }], { folder: folder() })).not.toContain('|');
  expect(formatDiagnostics([finding])).not.toContain('|');
  expect(formatDiagnostics([])).toBe('');
});

test('colour only when asked for', () => {
  const escape = '\u001b[';
  expect(formatDiagnostics([finding], { folder: folder() })).not.toContain(escape);
  expect(formatDiagnostics([finding], { folder: folder(), colour: true })).toContain(escape);
});

test('file names open from where one stands', () => {
  const place = { file: 'sub/a.yaml', line: 1, column: 1 };
  const text = formatDiagnostics([{ severity: 'note', code: 'TL602', message: 'm', help: 'h', place }], {
    folder: '/platform/configs',
    from: '/platform',
  });
  expect(text).toContain('--> configs/sub/a.yaml:1:1');
});
