import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { requirements } from './requirements';

const root = resolve(__dirname, '../..');
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'terralake-changed-'));
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  });
  for (const file of listed
    .toString()
    .split('\0')
    .filter((name) => name !== '')) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file), { force: true, verbatimSymlinks: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** How many tests of that name fail in the copy; throws where none runs. */
function failures(file: string, name: string): number {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const args = [
    'node_modules/jest/bin/jest.js',
    join('test', file),
    '-t',
    pattern,
    '--json',
    `--outputFile=${report}`,
  ];
  spawnSync(process.execPath, args, { cwd: copy, stdio: 'ignore' });
  const result = JSON.parse(readFileSync(report, 'utf8')) as Readonly<
    Record<'numPassedTests' | 'numFailedTests' | 'numRuntimeErrorTestSuites', number>
  >;
  if (result.numRuntimeErrorTestSuites !== 0 || result.numPassedTests + result.numFailedTests === 0) {
    throw new Error(`${file}: no test "${name}" could be run`);
  }
  return result.numFailedTests;
}

test.each(requirements.map((row) => [row.id, row] as const))(
  '%s: its change turns its test red',
  (_id, { test: { file, name }, change }) => {
    expect(failures(file, name)).toBe(0);
    const path = join(copy, change.file);
    const before = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      before.replace(change.from, () => change.to),
    );
    try {
      expect(failures(file, name)).toBeGreaterThan(0);
    } finally {
      writeFileSync(path, before);
    }
  },
);
