import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildStep } from '../../setup/step-build';

let root: string;
let builds: number;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'terralake-build-'));
  builds = 0;
  mkdirSync(join(root, 'core'));
  mkdirSync(join(root, 'test'));
  writeFileSync(join(root, 'core', 'a.ts'), '');
  age(root, 'core/a.ts', 'core');
});

afterEach(() => rmSync(root, { recursive: true }));

function age(folder: string, ...files: string[]): void {
  const hourAgo = new Date(Date.now() - 3_600_000);
  for (const file of files) utimesSync(join(folder, file), hourAgo, hourAgo);
}

function build(): boolean {
  builds += 1;
  return true;
}

test('sources are compiled once', () => {
  expect(buildStep(root, build)).toBe('dist (built)');
  expect(buildStep(root, build)).toBe('dist (up to date)');
  expect(builds).toBe(1);
});

test('a changed source is compiled again', () => {
  buildStep(root, build);
  const later = new Date(Date.now() + 1000);
  utimesSync(join(root, 'core', 'a.ts'), later, later);
  expect(buildStep(root, build)).toBe('dist (built)');
});

test('so is a changed style of the report page', () => {
  writeFileSync(join(root, 'core', 'page.css'), '');
  age(root, 'core/page.css', 'core');
  buildStep(root, build);
  const later = new Date(Date.now() + 1000);
  utimesSync(join(root, 'core', 'page.css'), later, later);
  expect(buildStep(root, build)).toBe('dist (built)');
});

test('a changed test is not', () => {
  buildStep(root, build);
  writeFileSync(join(root, 'test', 'a.test.ts'), '');
  expect(buildStep(root, build)).toBe('dist (up to date)');
});

test('a failed build is one sentence, and tried again the next time', () => {
  expect(() => buildStep(root, () => false)).toThrow(/do not compile/);
  expect(buildStep(root, build)).toBe('dist (built)');
});
