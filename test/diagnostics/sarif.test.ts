import fc from 'fast-check';
import { type Diagnostic, error, note } from '../../diagnostics/diagnostic';
import { sarifReport } from '../../diagnostics/sarif';
import { finding } from './arbitrary';

interface Location {
  readonly id?: number;
  readonly message?: { readonly text: string };
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly index?: number };
    readonly region: { readonly startLine: number; readonly startColumn: number };
  };
}

interface Log {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly {
    readonly columnKind: string;
    readonly tool: {
      readonly driver: { readonly name: string; readonly version: string; readonly rules: readonly Rule[] };
    };
    readonly artifacts: readonly { readonly location: { readonly uri: string } }[];
    readonly results: readonly Result[];
  }[];
}

interface Rule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string };
  readonly helpUri?: string;
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations?: readonly Location[];
  readonly relatedLocations?: readonly Location[];
}

const log = (findings: readonly Diagnostic[], where = {}): Log =>
  JSON.parse(sarifReport(findings, { version: '1.2.3', ...where })) as Log;

const place = { file: 'data lake/ä.yaml', line: 18, column: 7 };
const findings = [
  error(
    'TL502',
    [
      { place, words: 'uses it too' },
      { place: { ...place, line: 3 }, words: 'uses it already' },
    ],
    'used twice',
    'Rename one.',
  ),
  note('TL602', place, 'no meaning', 'Remove it.'),
  { ...error('acme/12', undefined, 'too tall', 'Sit down.'), url: 'https://acme.example/12' },
];

test('a log as code scanning wants it', () => {
  const { $schema, version, runs } = log(findings);
  expect({ $schema, version }).toEqual({
    $schema: 'http://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
  });
  const [run] = runs;
  expect(runs).toHaveLength(1);
  expect(run).toMatchObject({
    columnKind: 'utf16CodeUnits',
    tool: {
      driver: {
        name: 'Terralake',
        version: '1.2.3',
        rules: [
          { id: 'TL502', shortDescription: { text: 'name used twice' }, help: { text: 'Rename one.' } },
          { id: 'TL602', shortDescription: { text: 'option without a meaning on Terraform' } },
          { id: 'acme/12', shortDescription: { text: 'acme/12' }, helpUri: 'https://acme.example/12' },
        ],
      },
    },
  });
  const region = { startLine: 18, startColumn: 7 };
  const artifactLocation = { uri: 'data%20lake/%C3%A4.yaml' };
  expect(run?.results).toEqual([
    {
      ruleId: 'TL502',
      ruleIndex: 0,
      level: 'error',
      message: { text: 'used twice\nRename one.' },
      locations: [
        {
          message: { text: 'uses it too' },
          physicalLocation: { artifactLocation: { ...artifactLocation, index: 0 }, region },
        },
      ],
      relatedLocations: [
        {
          id: 0,
          message: { text: 'uses it already' },
          physicalLocation: { artifactLocation, region: { startLine: 3, startColumn: 7 } },
        },
      ],
    },
    {
      ruleId: 'TL602',
      ruleIndex: 1,
      level: 'note',
      message: { text: 'no meaning\nRemove it.' },
      locations: [{ physicalLocation: { artifactLocation: { ...artifactLocation, index: 0 }, region } }],
    },
    { ruleId: 'acme/12', ruleIndex: 2, level: 'error', message: { text: 'too tall\nSit down.' } },
  ]);
});

test('files are relative to where one stands', () => {
  const [run] = log(findings, { folder: '/repo/configs', from: '/repo' }).runs;
  expect(run?.artifacts.map(({ location }) => location.uri)).toEqual(['configs/data%20lake/%C3%A4.yaml']);
});

test('nothing found is a run without results', () => {
  expect(log([]).runs[0]).toMatchObject({ tool: { driver: { rules: [] } }, results: [] });
});

test('whatever is found: every required property is there, and every index leads to its own', () => {
  fc.assert(
    fc.property(fc.array(finding, { maxLength: 4 }), (found) => {
      const [run] = log(found).runs;
      const { rules } = run!.tool.driver;
      expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
      for (const { shortDescription, fullDescription } of rules) {
        expect([shortDescription.text, fullDescription.text]).not.toContain('');
      }
      for (const { ruleId, ruleIndex, level, locations = [], relatedLocations = [] } of run!.results) {
        expect(rules[ruleIndex]?.id).toBe(ruleId);
        expect(['error', 'warning', 'note']).toContain(level);
        for (const { physicalLocation } of [...locations, ...relatedLocations]) {
          const { artifactLocation, region } = physicalLocation;
          expect(Math.min(region.startLine, region.startColumn)).toBeGreaterThan(0);
          expect(artifactLocation.uri).toMatch(/^[\w.!~*'()%/-]*$/);
          if (artifactLocation.index !== undefined) {
            expect(run!.artifacts[artifactLocation.index]?.location.uri).toBe(artifactLocation.uri);
          }
        }
      }
    }),
  );
});
