// @ts-check
const { cliConfig } = require('./cli-config');
const { findMoto } = require('./moto-find');
const { findTerraform } = require('./terraform-find');

/**
 * @typedef {object} Toolchain
 * @property {string | undefined} terraform path of Terraform or OpenTofu
 * @property {string | undefined} motoServer path of `moto_server`
 * @property {string} cliConfigFile Terraform's CLI configuration
 * @property {Record<string, string>} env the variables to run Terraform with
 */

/** @type {Toolchain | undefined} */
let known;

/**
 * What `npm run demo` and `npm test` have set up, or the machine has: looked for once per process, never
 * installed. A tool that is missing is undefined; `toolOf` turns that into a sentence.
 * @returns {Toolchain}
 */
function findToolchain() {
  if (known) return known;
  const config = cliConfig();
  const terraform = findTerraform();
  const env = {
    ...config.env,
    CHECKPOINT_DISABLE: '1',
    ...(terraform ? { TERRAFORM_BINARY_NAME: terraform.path } : {}),
  };
  known = { terraform: terraform?.path, motoServer: findMoto()?.path, cliConfigFile: config.file, env };
  return known;
}

module.exports = { findToolchain };
