// @ts-check
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { isInstalled } = require('./installed');
const { StepError } = require('./step-error');
const { succeeds } = require('./run');

/**
 * The npm packages of the lock file; installed only when they are not there yet.
 * @param {string} root
 * @param {(root: string) => boolean} [install]
 * @returns {string}
 */
function dependenciesStep(root, install = npmCi) {
  const stamp = path.join(root, 'node_modules', '.terralake-stamp');
  const wanted = stampFor(root);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return 'npm packages (as locked)';
  const isThere = isInstalled(root);
  if (!isThere && !install(root)) {
    throw new StepError(
      "The npm packages could not be installed: see npm's message above, and check the network.",
    );
  }
  fs.writeFileSync(stamp, wanted);
  return isThere ? 'npm packages (as locked)' : 'npm packages (installed)';
}

/** @param {string} root */
function stampFor(root) {
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} node ${process.versions.modules}\n`;
}

/** @param {string} root */
function npmCi(root) {
  // Nothing that is needed here builds itself while it is installed, and our own build is a step of its own.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env['npm_execpath'];
  const isScript = npm !== undefined && /npm-cli\.c?js$/.test(npm);
  return isScript
    ? succeeds(process.execPath, [npm, ...args], { cwd: root })
    : succeeds('npm', args, { cwd: root });
}

module.exports = { dependenciesStep };
