// @ts-check
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

/**
 * Runs a program of Node as a process of its own: its time and what it printed.
 * @param {string[]} args @param {string} folder
 */
function run(args, folder) {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync('/usr/bin/env', ['node', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, CDKTF_OUTDIR: join(folder, 'cdktf.out') },
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stderr}`);
  return { milliseconds: Number(process.hrtime.bigint() - start) / 1e6, stdout };
}

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

module.exports = { median, run };
