import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { motoStep } from '../../setup/step-moto';

const path = process.env['PATH'];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'terralake-moto-'));
  process.env['PATH'] = `${join(folder, 'on-path')}:/bin`;
});

afterEach(() => {
  process.env['PATH'] = path;
  rmSync(folder, { recursive: true });
});

/** A python whose `-m venv` makes an environment in which it stands itself, and whose pip brings `moto_server`. */
function python(pip: string): void {
  mkdirSync(join(folder, 'on-path'));
  const file = join(folder, 'on-path', 'python3');
  const script = [
    '#!/bin/sh',
    'home=$(dirname "$0")',
    'case "$*" in',
    '  *venv*) mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; cp "$0" "$3/bin/python3" ;;',
    `  *"pip install"*"moto[server]==5.2.1"*) ${pip} ;;`,
    '  *import*) echo 5.2.1 ;;',
    '  *) exit 1 ;;',
    'esac',
  ];
  writeFileSync(file, script.join('\n'));
  chmodSync(file, 0o755);
}

test('without moto, an environment of our own is made, once', () => {
  python('echo "#!/bin/sh" > "$home/moto_server"; chmod +x "$home/moto_server"');
  expect(motoStep(folder)).toBe('moto 5.2.1 (fetched)');
  rmSync(join(folder, 'on-path'), { recursive: true });
  expect(motoStep(folder)).toBe('moto 5.2.1 (fetched)');
});

test('a failed installation leaves nothing, and says what to install', () => {
  python('exit 1');
  expect(() => motoStep(folder)).toThrow(/^Install the AWS emulator with "pip install/);
  expect(existsSync(join(folder, 'moto'))).toBe(false);
});

test('without Python it says so', () => {
  process.env['PATH'] = join(folder, 'nothing');
  expect(() => motoStep(folder)).toThrow(/^Install Python/);
});
