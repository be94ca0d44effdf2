import { createHash } from 'node:crypto';
import { matrixHtml } from '../../../../access/report/html';
import { levels, type CellOutcome, type MatrixReport } from '../../../../access/questions/matrix-report';
import { largeSample, sample, sampleChanges } from '../sample';

const outcomes: Record<string, CellOutcome> = { b: 'allowed', u: 'unknown', i: 'denied' };

interface ShownCell {
  readonly principal: number;
  readonly data: number;
  readonly position: number;
  readonly outcomes: Record<string, CellOutcome>;
}

/** The cells of the table, by row and column, as a browser would see them. */
function shownCells(html: string): ShownCell[] {
  const columns = [...html.matchAll(/data-principal="(\d+)"/g)].map(([, index]) => Number(index));
  return [...html.matchAll(/<tr role="row" data-row="(\d+)".*/g)].flatMap(([row, data]) => {
    const cells = row.split('<td').slice(1);
    expect(cells).toHaveLength(columns.length);
    return cells.flatMap((cell, column) => {
      const position = /data-cell=(\d+)/.exec(cell)?.[1];
      if (position === undefined) return [];
      const signs = [...cell.matchAll(/<([bui])>/g)].map(([, tag], index) => [levels[index], outcomes[tag!]]);
      return [
        {
          principal: columns[column]!,
          data: Number(data),
          position: Number(position),
          outcomes: Object.fromEntries(signs),
        },
      ];
    });
  });
}

function embedded(html: string): any {
  return JSON.parse(/<script type="application\/json" id="details">(.*?)<\/script>/s.exec(html)![1]!);
}

test('every level of every cell is in the table, at its principal and data', () => {
  const shown = shownCells(matrixHtml(sample));
  expect(shown).toHaveLength(sample.cells.length);
  for (const { position, ...cell } of shown) expect(sample.cells[position]).toMatchObject(cell);
});

test('the embedded data has the reason of every level', () => {
  const { parts, reasons, cells } = embedded(matrixHtml(sample));
  const read = cells.map((cell: number[]) =>
    cell.map((reason) =>
      reason < 0 ? undefined : reasons[reason].map((part: number) => parts[part]).join(''),
    ),
  );
  expect(read).toEqual(sample.cells.map((cell) => levels.map((level) => cell.reasons[level])));
});

test('a level that is not known says so in words and signs', () => {
  const html = matrixHtml(sample);
  expect(html).toContain('aria-label="read not known, write not known"><u>?</u><u>?</u><i>·</i><i>·</i>');
  expect(html).toMatch(/<section id="unknown"/);
});

test('principals of the platform come first, whatever the order of the report', () => {
  const principals = [...sample.principals].reverse();
  const kinds = [...matrixHtml({ ...sample, principals, cells: [] }).matchAll(/data-principal="(\d+)"/g)].map(
    ([, index]) => principals[Number(index)]!.kind,
  );
  expect([...new Set(kinds)]).toEqual(['platform', 'referred to', 'stand-in']);
  expect(kinds).toHaveLength(principals.length);
});

test('data that nobody can reach keeps its row', () => {
  const row = /<tr role="row" data-row="12" class="nobody">.*/.exec(matrixHtml(sample));
  expect(row![0]).toContain('terralake_example_dev_finance.*');
});

test('gains and losses stand above the matrix, and only where they were asked for', () => {
  const html = matrixHtml(sample, sampleChanges);
  const rows = [...html.matchAll(/<tr role="row" class="(gains|loses)">/g)].map(([, change]) => change);
  expect(rows).toEqual(['gains', 'gains', 'loses']);
  expect(html.indexOf('id="changes"')).toBeLessThan(html.indexOf('id="grid"'));
  expect(matrixHtml(sample)).not.toContain('id="changes"');
  expect(matrixHtml(sample, [])).toMatch(/id="changes"[^]*Nobody gains or loses/);
});

describe('text from a configuration', () => {
  const evil = `"'><script>alert(1)</script><!--</script><img src=x onerror=alert(2)>`;
  const place = { file: evil, line: 1, column: 1 };
  const report: MatrixReport = {
    organization: evil,
    source: 'live',
    principals: [
      { label: evil, arn: evil, kind: 'platform', place },
      { label: `${evil}2`, arn: evil, kind: 'stand-in', place },
    ],
    data: [{ kind: 'bucket', label: evil, arn: evil, place }],
    cells: [
      {
        principal: 0,
        data: 0,
        outcomes: { read: 'allowed', write: 'unknown', delete: 'denied', admin: 'denied' },
        reasons: { read: evil, write: evil },
      },
    ],
    assumptions: [evil],
  };
  const change = {
    kind: 'bucket',
    level: 'read',
    before: 'denied',
    after: 'allowed',
    change: 'gains',
  } as const;
  const html = matrixHtml(report, [{ ...change, principal: evil, data: evil, reason: evil }]);

  test('begins no element', () => {
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html.match(/<\/script/g)).toHaveLength(2);
    expect(html).not.toMatch(/<img|<!--/);
  });

  test('ends no attribute', () => {
    for (const [, value] of html.matchAll(/ (?:title|data-who|data-search)="([^"]*)"/g))
      expect(value).toMatch(/^&quot;&#39;&gt;&lt;script&gt;/);
    expect([...html.matchAll(/ (?:title|data-who|data-search)="/g)]).toHaveLength(2 + 1 + 3);
  });

  test('arrives as it was written', () => {
    const { principals, data, parts } = embedded(html);
    expect(principals[0]).toEqual([evil, evil, `${evil}:1`]);
    expect(data[0][0]).toBe(evil);
    expect(parts).toEqual([evil]);
  });
});

test('the page loads nothing, and allows its own style and script only', () => {
  const html = matrixHtml(sample, sampleChanges);
  expect(html).not.toMatch(/https?:|\bsrc=|href=|url\(|@import|\sstyle=|\son[a-z]+=/);
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  for (const [element, directive] of [
    ['style', 'style-src'],
    ['script', 'script-src'],
  ]) {
    const text = new RegExp(`<${element}>(.*?)</${element}>`, 's').exec(html)![1]!;
    const hash = createHash('sha256').update(text).digest('base64');
    expect(policy).toContain(`${directive} 'sha256-${hash}'`);
  }
});

test('the same report gives the same bytes', () => {
  expect(matrixHtml(structuredClone(sample), sampleChanges)).toBe(matrixHtml(sample, sampleChanges));
});

test('300 principals and 700 data, a tenth of the cells filled, stay below 5 MB', () => {
  expect(Buffer.byteLength(matrixHtml(largeSample(300, 700)))).toBeLessThan(5_000_000);
});

test('nothing at all', () => {
  const html = matrixHtml({ ...sample, principals: [], data: [], cells: [], assumptions: [] });
  expect(html).toContain('<table id="grid"');
  expect(html).not.toContain('id="unknown"');
});
