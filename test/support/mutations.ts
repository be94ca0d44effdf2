import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { temporary } from './synth';

const configs = resolve(__dirname, '../../configs');

/** A number generator that gives the same numbers for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed + 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

type Change = (lines: string[], at: number, pick: (below: number) => number) => void;

/** What people do to YAML: lines go, come twice, get another indentation, value or name, or change places. */
const changes: readonly Change[] = [
  (lines, at) => lines.splice(at, 1),
  (lines, at) => lines.splice(at, 0, lines[at] ?? ''),
  (lines, at) => (lines[at] = `  ${lines[at] ?? ''}`),
  (lines, at) => (lines[at] = (lines[at] ?? '').replace(/: .*$/, ': x')),
  (lines, at) => (lines[at] = (lines[at] ?? '').replace(/: .*$/, ': "arn:aws:iam::999999999999:role/other"')),
  (lines, at) => (lines[at] = (lines[at] ?? '').replace(/[a-z]{3,}/, 'changed')),
  (lines, at) => (lines[at] = (lines[at] ?? '').replace(/\d+/, '7')),
  (lines, at, pick) => {
    const other = pick(lines.length);
    [lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? ''];
  },
];

/** A copy of one of the example platforms in which one line was changed; returns its root file and what was done. */
export function mutated(seed: number): { readonly file: string; readonly what: string } {
  const pick = numbers(seed);
  const names = readdirSync(configs);
  const name = names[pick(names.length)] ?? '';
  const folder = temporary({});
  cpSync(join(configs, name), folder, { recursive: true });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (each) => each.endsWith('.yaml') && !each.startsWith('access-contract'),
  );
  const changed = files[pick(files.length)] ?? '';
  const lines = readFileSync(join(folder, changed), 'utf8').split('\n');
  const at = pick(lines.length);
  changes[pick(changes.length)]?.(lines, at, pick);
  writeFileSync(join(folder, changed), lines.join('\n'));
  const file = ['mdaa.yaml', 'platform.yaml'].map((root) => join(folder, root)).find(existsSync) ?? '';
  return { file, what: `${name}/${changed}:${String(at + 1)} (seed ${String(seed)})` };
}
