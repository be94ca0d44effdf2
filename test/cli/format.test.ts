import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatOf } from '../../cli/shared/report';
import { UsageError } from '../../cli/shared/usage-error';
import { version } from '../../cli/shared/version';
import { formats } from '../../diagnostics/report';

test('findings are for people unless said otherwise; --json is short for a format', () => {
  expect(formatOf({})).toBe('terminal');
  expect(formatOf({ json: true })).toBe('json');
  for (const format of formats) expect(formatOf({ format })).toBe(format);
  expect(formatOf({ json: true, format: 'json' })).toBe('json');
});

test('what is no format, or another one than --json says, is a usage error', () => {
  expect(() => formatOf({ format: 'xml' })).toThrow(UsageError);
  expect(() => formatOf({ json: true, format: 'sarif' })).toThrow(UsageError);
});

test('the version is that of the package', () => {
  const file = resolve(__dirname, '../../package.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ version });
});
