// @ts-check
const { cliConfig } = require('./cli-config');

const SOURCES = {
  user: 'from your own Terraform configuration',
  mirror: 'from a mirror on this machine',
  registry: 'from the registry, kept in a plugin cache',
};

/**
 * Where Terraform will take the AWS provider from.
 * @param {string} folder
 * @returns {string}
 */
function providerStep(folder) {
  return `AWS provider 5.100.0 (${SOURCES[cliConfig({ folder }).from]})`;
}

module.exports = { providerStep };
