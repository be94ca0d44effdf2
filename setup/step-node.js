// @ts-check
const { StepError } = require('./step-error');
const { compareVersions } = require('./version');

const OLDEST = '20.19.0';

/**
 * Node itself.
 * @returns {string}
 */
function nodeStep() {
  const version = process.versions.node;
  if (compareVersions(version, OLDEST) < 0) {
    throw new StepError(`Node ${version} is too old: install Node ${OLDEST} or newer.`);
  }
  return `node ${version}`;
}

module.exports = { nodeStep };
