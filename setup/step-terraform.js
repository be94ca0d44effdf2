// @ts-check
const { StepError } = require('./step-error');
const { fetchTerraform } = require('./terraform-fetch');
const { findTerraform, OLDEST } = require('./terraform-find');

/**
 * Terraform or OpenTofu: what is there, else a pinned release.
 * @param {string} folder where fetched programs lie
 * @param {typeof fetchTerraform} [fetchIt]
 * @returns {Promise<string>}
 */
async function terraformStep(folder, fetchIt = fetchTerraform) {
  const found = findTerraform(folder);
  if (found) return `${found.name} ${found.version} (${found.from})`;
  await fetchIt(folder).catch((error) => {
    throw new StepError(
      `Install Terraform ${OLDEST} or newer (or OpenTofu): none is on PATH, and ${error.message}.`,
    );
  });
  const fetched = findTerraform(folder);
  if (!fetched)
    throw new StepError(`Install Terraform ${OLDEST} or newer: the fetched one does not run here.`);
  return `${fetched.name} ${fetched.version} (${fetched.from})`;
}

module.exports = { terraformStep };
