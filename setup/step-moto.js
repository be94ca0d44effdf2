// @ts-check
const fs = require('node:fs');
const path = require('node:path');
const { findMoto } = require('./moto-find');
const { StepError } = require('./step-error');
const { succeeds, which } = require('./run');

const PACKAGE = 'moto[server]==5.2.1';

/**
 * The AWS emulator: what is there, else a virtual environment of the project's own.
 * @param {string} folder
 * @returns {string}
 */
function motoStep(folder) {
  const found = findMoto(folder) ?? makeEnvironment(folder);
  return `moto ${found.version} (${found.from})`;
}

/** @param {string} folder */
function makeEnvironment(folder) {
  const python = which('python3') ?? which('python');
  if (!python) throw new StepError(`Install Python 3.10 or newer: the AWS emulator (${PACKAGE}) needs it.`);
  const home = path.join(folder, 'moto');
  fs.rmSync(home, { recursive: true, force: true });
  const isMade =
    succeeds(python, ['-m', 'venv', home]) &&
    succeeds(path.join(home, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', PACKAGE]);
  const made = isMade ? findMoto(folder) : undefined;
  if (made) return made;
  fs.rmSync(home, { recursive: true, force: true });
  throw new StepError(
    `Install the AWS emulator with "pip install '${PACKAGE}'": doing so in .terralake failed.`,
  );
}

module.exports = { motoStep };
