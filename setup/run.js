// @ts-check
const { spawnSync } = require('node:child_process');

/**
 * Runs a program and returns what it printed, or undefined if it is missing or failed.
 * @param {string} program
 * @param {string[]} args
 * @returns {string | undefined}
 */
function outputOf(program, args) {
  const done = spawnSync(program, args, {
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, CHECKPOINT_DISABLE: '1' },
  });
  return done.error || done.status !== 0 ? undefined : done.stdout;
}

/**
 * Runs a program with its output on our stderr; true when it succeeded.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string }} [options]
 * @returns {boolean}
 */
function succeeds(program, args, options = {}) {
  const done = spawnSync(program, args, { ...options, stdio: ['ignore', 2, 2] });
  return !done.error && done.status === 0;
}

/**
 * A program's path, looked up on PATH as a shell would.
 * @param {string} name
 * @returns {string | undefined}
 */
function which(name) {
  const fs = require('node:fs');
  const path = require('node:path');
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
    if (folder === '') continue;
    const file = path.join(folder, name);
    try {
      fs.accessSync(file, fs.constants.X_OK);
      if (fs.statSync(file).isFile()) return file;
    } catch {
      continue;
    }
  }
  return undefined;
}

module.exports = { outputOf, succeeds, which };
