import fc from 'fast-check';
import { type Diagnostic, labelsOf } from '../../diagnostics/diagnostic';
import { formats, reportAs } from '../../diagnostics/report';
import { folderWith } from '../core/config/support';
import { finding } from './arbitrary';

const options = { version: '1.2.3' };

const everything: Diagnostic = {
  severity: 'warning',
  code: 'acme/12',
  message: 'too tall',
  help: 'Sit down.',
  place: { file: 'a.yaml', line: 2, column: 3 },
  words: 'this one',
  others: [{ place: { file: 'b.yaml', line: 4, column: 5 } }],
  url: 'https://acme.example/12',
};

test('JSON has what it always had, and adds labels and the page', async () => {
  const plain: Diagnostic = { severity: 'error', code: 'TL702', message: 'm', help: 'h' };
  expect(JSON.parse(await reportAs('json', [everything, plain], options))).toEqual([
    {
      severity: 'warning',
      code: 'acme/12',
      message: 'too tall',
      help: 'Sit down.',
      place: { file: 'a.yaml', line: 2, column: 3 },
      labels: [
        { place: { file: 'a.yaml', line: 2, column: 3 }, words: 'this one' },
        { place: { file: 'b.yaml', line: 4, column: 5 } },
      ],
      url: 'https://acme.example/12',
    },
    { ...plain, labels: [] },
  ]);
  expect(await reportAs('json', [], options)).toBe('[]\n');
});

test.each(formats)('%s: no finding makes it throw, with or without its lines', async (format) => {
  const folder = folderWith({ 'a.yaml': 'a: 1\n' });
  await fc.assert(
    fc.asyncProperty(fc.array(finding, { maxLength: 4 }), fc.boolean(), async (findings, located) => {
      const where = located ? { folder, from: '/' } : {};
      expect(typeof (await reportAs(format, findings, { ...options, ...where }))).toBe('string');
    }),
  );
});

test('JSON and SARIF stay parseable, and lose no finding and no place', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(finding, { maxLength: 4 }), async (findings) => {
      const json = JSON.parse(await reportAs('json', findings, options)) as { labels: unknown[] }[];
      expect(json.map(({ labels }) => labels.length)).toEqual(findings.map((each) => labelsOf(each).length));
      const { runs } = JSON.parse(await reportAs('sarif', findings, options)) as {
        runs: { results: { ruleId: string; locations?: unknown[]; relatedLocations?: unknown[] }[] }[];
      };
      expect(
        runs[0]?.results.map(({ ruleId, locations = [], relatedLocations = [] }) => [
          ruleId,
          locations.length + relatedLocations.length,
        ]),
      ).toEqual(findings.map((each) => [each.code, labelsOf(each).length]));
    }),
  );
});
