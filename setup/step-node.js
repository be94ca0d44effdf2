// @ts-check
const { StepError } = require('./step-error');
const { compareVersions } = require('./version');

const OLDEST = '20.19.0';

/**
 * The Node that runs this.
 * @returns {{ version: string, isNewEnough: boolean }}
 */
function nodeFound() {
  const version = process.versions.node;
  return { version, isNewEnough: compareVersions(version, OLDEST) >= 0 };
}

/**
 * Node itself.
 * @returns {string}
 */
function nodeStep() {
  const { version, isNewEnough } = nodeFound();
  if (!isNewEnough) throw new StepError(`Node ${version} is too old: install Node ${OLDEST} or newer.`);
  return `node ${version}`;
}

module.exports = { nodeFound, nodeStep };
