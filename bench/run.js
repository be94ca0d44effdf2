// @ts-check
const { spawnSync } = require('node:child_process');
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { measureAccess } = require('./access');
const { writePlatform } = require('./platform');
const { prepare } = require('./prepare');
const { median, run } = require('./processes');

/**
 * `terralake synth` against a hand-written CDKTF program that parses the same YAML files and makes the same
 * resources: whole processes, interleaved pairs, medians of the ratio. Then the growth up to 300 environments, and
 * the access matrix against the synthesis that it needs.
 */
const root = join(__dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'terralake-bench-'));

/** @param {string} name @param {number} copies @param {number} pairs @param {number} limit */
function compare(name, copies, pairs, limit) {
  const folder = writePlatform(join(scratch, name), copies);
  const terralake = [join(root, 'dist/cli/main.js'), 'synth', '--config', join(folder, 'mdaa.yaml')];
  const byHand = [join(__dirname, 'by-hand.js'), join(folder, 'mdaa.yaml')];
  run(terralake, folder);
  prepare(folder);
  /** @type {number[]} */
  const ratios = [];
  /** @type {[number[], number[]]} */
  const times = [[], []];
  for (let pair = 0; pair < pairs; pair += 1) {
    const { milliseconds: first } = run(terralake, folder);
    const { milliseconds: second } = run(byHand, folder);
    times[0].push(first);
    times[1].push(second);
    ratios.push(first / second);
  }
  const [ours, theirs] = [median(times[0]), median(times[1])];
  const ratio = median(ratios);
  const verdict = ratio <= limit ? 'within' : 'ABOVE';
  console.log(
    `${name}: terralake ${ours.toFixed(0)} ms, by hand ${theirs.toFixed(0)} ms, ratio ${ratio.toFixed(2)} (${verdict} ${limit})`,
  );
}

function growth() {
  console.log('growth (environments, ms, ms per environment, peak MB):');
  for (const copies of [1, 10, 33, 100]) {
    const folder = writePlatform(join(scratch, `growth-${copies}`), copies);
    const measured = spawnSync(
      process.execPath,
      [join(__dirname, 'measure.js'), join(root, 'dist/cli/main.js'), join(folder, 'mdaa.yaml')],
      { cwd: folder, encoding: 'utf8' },
    );
    if (measured.status !== 0) throw new Error(measured.stderr);
    const { milliseconds, megabytes } = JSON.parse(measured.stdout);
    const environments = copies * 3;
    console.log(
      `  ${String(environments).padStart(4)} ${milliseconds.toFixed(0).padStart(7)} ${(milliseconds / environments).toFixed(1).padStart(7)} ${megabytes.toFixed(0).padStart(6)}`,
    );
  }
}

try {
  compare('the kit', 1, 11, 1.3);
  compare('100 environments', 34, 5, 1.15);
  growth();
  measureAccess(scratch);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
