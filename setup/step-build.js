// @ts-check
const fs = require('node:fs');
const path = require('node:path');
const { bundle } = require('./bundle');
const { StepError } = require('./step-error');
const { succeeds } = require('./run');

const SKIPPED = new Set([
  'node_modules',
  'dist',
  'test',
  'docs',
  'documentation',
  'configs',
  'coverage',
  'cdktf.out',
]);

/**
 * Compiles the sources into `dist`, unless nothing is newer than the last time.
 * @param {string} root
 * @param {(root: string) => boolean} [build]
 * @returns {string}
 */
function buildStep(root, build = compile) {
  const stamp = path.join(root, 'dist', '.stamp');
  const started = new Date();
  if (fs.existsSync(stamp) && newestSource(root) <= fs.statSync(stamp).mtimeMs) return 'dist (up to date)';
  if (!build(root)) throw new StepError("The sources do not compile: see TypeScript's messages above.");
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, '');
  // What changes during a build must be built the next time.
  fs.utimesSync(stamp, started, started);
  return 'dist (built)';
}

/** @param {string} root */
function compile(root) {
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'];
  if (!succeeds(process.execPath, tsc, { cwd: root })) return false;
  bundle(root);
  return true;
}

/**
 * When the newest of what goes into the build was written; of folders too, so that a deleted file counts.
 * @param {string} folder
 * @returns {number}
 */
function newestSource(folder) {
  let newest = 0;
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (SKIPPED.has(entry.name) || entry.name.startsWith('.')) continue;
      newest = Math.max(newest, fs.statSync(file).mtimeMs, newestSource(file));
    } else if (/\.([jt]s|json|css)$/.test(entry.name)) {
      newest = Math.max(newest, fs.statSync(file).mtimeMs);
    }
  }
  return newest;
}

module.exports = { buildStep };
