// @ts-check
const fs = require('node:fs');
const path = require('node:path');

/**
 * The folder that holds Terralake's own package.json: the clone, or the installed package.
 * @returns {string}
 */
function projectRoot() {
  let folder = __dirname;
  while (!fs.existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('No package.json above ' + __dirname);
    folder = parent;
  }
  return folder;
}

/**
 * Where everything that is fetched or made for this machine lies; git-ignored.
 * @param {string} [root]
 * @returns {string}
 */
function workFolder(root = projectRoot()) {
  return path.join(root, '.terralake');
}

module.exports = { projectRoot, workFolder };
