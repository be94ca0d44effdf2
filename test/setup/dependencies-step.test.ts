import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dependenciesStep } from '../../setup/step-dependencies';

let root: string;
let installs: number;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'terralake-npm-'));
  installs = 0;
  lock({ yaml: { version: '2.0.0' }, 'only-elsewhere': { version: '1.0.0', optional: true } });
});

afterEach(() => rmSync(root, { recursive: true }));

interface Packages {
  readonly [name: string]: { readonly version: string; readonly optional?: boolean };
}

function write(file: string, packages: Packages): void {
  const entries = Object.entries(packages).map(([name, entry]) => [`node_modules/${name}`, entry]);
  writeFileSync(file, JSON.stringify({ packages: Object.fromEntries(entries) }));
}

function lock(packages: Packages): void {
  write(join(root, 'package-lock.json'), packages);
}

function installed(packages: Packages): boolean {
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  write(join(root, 'node_modules', '.package-lock.json'), packages);
  return true;
}

function install(): boolean {
  installs += 1;
  return installed({ yaml: { version: '2.0.0' } });
}

test('a fresh clone is installed, once', () => {
  expect(dependenciesStep(root, install)).toContain('installed');
  expect(dependenciesStep(root, install)).toContain('as locked');
  expect(installs).toBe(1);
});

test('what npm installed by hand is left alone', () => {
  installed({ yaml: { version: '2.0.0' } });
  dependenciesStep(root, install);
  expect(installs).toBe(0);
});

test.each([
  ['another version', { yaml: { version: '1.9.0' } }],
  ['a package too few', {}],
  ['a package too many', { yaml: { version: '2.0.0' }, leftover: { version: '1.0.0' } }],
])('%s is installed anew', (_what, packages) => {
  installed(packages);
  dependenciesStep(root, install);
  expect(installs).toBe(1);
});

test('a changed lock file is installed anew', () => {
  dependenciesStep(root, install);
  lock({ yaml: { version: '2.1.0' } });
  dependenciesStep(root, install);
  expect(installs).toBe(2);
});

test('a failed installation is one sentence, and tried again the next time', () => {
  expect(() => dependenciesStep(root, () => false)).toThrow(/could not be installed/);
  dependenciesStep(root, install);
  expect(installs).toBe(1);
});
