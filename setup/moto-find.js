// @ts-check
const fs = require('node:fs');
const path = require('node:path');
const { workFolder } = require('./project');
const { outputOf, which } = require('./run');
const { compareVersions } = require('./version');

const OLDEST = '5.2.0';

/**
 * @typedef {{ path: string, version: string, from: 'PATH' | 'fetched' }} Moto
 */

/**
 * A `moto_server` that is new enough: on PATH, else in the project's own virtual environment.
 * @param {string} [folder] where the virtual environment lies
 * @returns {Moto | undefined}
 */
function findMoto(folder = workFolder()) {
  const onPath = which('moto_server');
  const found = onPath && probe(onPath, 'PATH');
  if (found) return found;
  const own = path.join(folder, 'moto', 'bin', 'moto_server');
  return fs.existsSync(own) ? probe(own, 'fetched') : undefined;
}

/**
 * @param {string} program
 * @param {Moto['from']} from
 * @returns {Moto | undefined}
 */
function probe(program, from) {
  for (const python of pythonsOf(program)) {
    const version = outputOf(python, ['-c', 'import flask, moto; print(moto.__version__)'])?.trim();
    if (version && compareVersions(version, OLDEST) >= 0) return { path: program, version, from };
  }
  return undefined;
}

/**
 * The interpreters that may stand behind `moto_server`: the one in its first line, and its neighbours
 * (a pyenv shim is a shell script, with a shim of python beside it).
 * @param {string} program
 */
function pythonsOf(program) {
  const firstLine = fs.readFileSync(program, 'utf8').split('\n', 1)[0] ?? '';
  const interpreter = /^#!\s*(\S*python\S*)/.exec(firstLine)?.[1];
  const beside = ['python3', 'python'].map((name) => path.join(path.dirname(program), name));
  return [...(interpreter ? [interpreter] : []), ...beside.filter((file) => fs.existsSync(file))];
}

module.exports = { findMoto };
