// @ts-check
const fs = require('node:fs');
const path = require('node:path');

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }} LockedPackage
 */

/**
 * True if node_modules holds what the lock file says, by npm's own record of what it installed. Optional
 * packages may be missing: most of them are for other platforms.
 * @param {string} root
 * @returns {boolean}
 */
function isInstalled(root) {
  const installed = packagesIn(path.join(root, 'node_modules', '.package-lock.json'));
  const locked = packagesIn(path.join(root, 'package-lock.json'));
  if (!installed || !locked) return false;
  const isThere = Object.entries(locked).every(([name, { version, optional }]) => {
    if (name === '') return true;
    const own = installed[name];
    return own ? own.version === version : optional === true;
  });
  return isThere && Object.keys(installed).every((name) => name in locked);
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage> | undefined}
 */
function packagesIn(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

module.exports = { isInstalled };
