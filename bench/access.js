// @ts-check
const { join } = require('node:path');
const { median, run } = require('./processes');
const { writePlatform } = require('./platform');

const root = join(__dirname, '..');
const program = join(root, 'dist/cli/main.js');

/**
 * What the matrix takes beyond the synthesis that it needs: whole processes, interleaved, medians.
 * @param {string} folder @param {number} pairs
 */
function beyondSynthesis(folder, pairs) {
  const config = join(folder, 'mdaa.yaml');
  /** @type {number[]} */
  const syntheses = [];
  /** @type {number[]} */
  const matrices = [];
  run([program, 'synth', '--config', config], folder);
  let size = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    const synthesis = run([program, 'synth', '--config', config], folder);
    const asked = run([program, 'access', 'matrix', '--json', '--config', config], folder);
    const { principals, data } = JSON.parse(asked.stdout);
    size = principals.length * data.length;
    syntheses.push(synthesis.milliseconds);
    matrices.push(asked.milliseconds - synthesis.milliseconds);
  }
  return { synthesis: median(syntheses), matrix: median(matrices), size };
}

/** The matrix of the kit against its synthesis, and its growth with principals × data. @param {string} scratch */
function measureAccess(scratch) {
  const kit = beyondSynthesis(writePlatform(join(scratch, 'access-kit'), 1), 11);
  const ratio = kit.matrix / kit.synthesis;
  console.log(
    `access matrix of the kit: ${kit.matrix.toFixed(0)} ms beyond ${kit.synthesis.toFixed(0)} ms of synthesis, ratio ${ratio.toFixed(2)} (${ratio <= 1 ? 'within' : 'ABOVE'} 1)`,
  );
  console.log('growth of the matrix (environments, principals × data, ms, µs for each of them):');
  /** @type {number[]} */
  const each = [];
  for (const copies of [4, 12, 34]) {
    const { matrix, size } = beyondSynthesis(writePlatform(join(scratch, `access-${copies}`), copies), 1);
    each.push((matrix * 1000) / size);
    console.log(
      `  ${String(copies * 3).padStart(4)} ${String(size).padStart(8)} ${matrix.toFixed(0).padStart(7)} ${((matrix * 1000) / size).toFixed(1).padStart(7)}`,
    );
  }
  const growth = (each.at(-1) ?? 0) / (each[0] ?? 1);
  console.log(
    `  for each of them, 102 environments against 12: ${growth.toFixed(2)} (${growth <= 1.1 ? 'at most linear' : 'MORE than linear'})`,
  );
}

module.exports = { measureAccess };
