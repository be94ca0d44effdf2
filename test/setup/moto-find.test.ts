import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findMoto } from '../../setup/moto-find';

const path = process.env['PATH'];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'terralake-moto-'));
  process.env['PATH'] = `${join(folder, 'on-path')}:/usr/bin:/bin`;
});

afterEach(() => {
  process.env['PATH'] = path;
  rmSync(folder, { recursive: true });
});

/** A `moto_server` beside a python that says which moto it has, as pyenv's shims and virtual environments do. */
function moto(place: string, version: string): void {
  mkdirSync(join(folder, place), { recursive: true });
  for (const [name, line] of [
    ['moto_server', 'exit 0'],
    ['python3', `echo ${version}`],
  ]) {
    const file = join(folder, place, String(name));
    writeFileSync(file, `#!/bin/sh\n${String(line)}\n`);
    chmodSync(file, 0o755);
  }
}

test('moto on PATH is taken', () => {
  moto('on-path', '5.2.1');
  expect(findMoto(folder)).toMatchObject({ version: '5.2.1', from: 'PATH' });
});

test('one that is too old gives way to our own', () => {
  moto('on-path', '5.1.9');
  moto('moto/bin', '5.2.1');
  expect(findMoto(folder)).toMatchObject({ version: '5.2.1', from: 'fetched' });
});

test('none is none', () => {
  moto('on-path', '4.2.0');
  expect(findMoto(folder)).toBeUndefined();
});
