// @ts-check
const fs = require('node:fs');
const path = require('node:path');
const { workFolder } = require('./project');
const { outputOf, which } = require('./run');
const { compareVersions } = require('./version');

// State locking in S3 without DynamoDB came with this version, in Terraform and in OpenTofu.
const OLDEST = '1.10.0';

/**
 * @typedef {{ path: string, version: string, name: 'terraform' | 'tofu', from: 'PATH' | 'fetched' }} Terraform
 */

/**
 * Terraform, else OpenTofu, on PATH; else the one that was fetched before; undefined when there is none.
 * @param {string} [folder] where fetched programs lie
 * @returns {Terraform | undefined}
 */
function findTerraform(folder = workFolder()) {
  for (const name of /** @type {const} */ (['terraform', 'tofu'])) {
    const onPath = which(name);
    const found = onPath && probe(onPath, name, 'PATH');
    if (found) return found;
  }
  const fetched = path.join(folder, 'bin', 'terraform');
  return fs.existsSync(fetched) ? probe(fetched, 'terraform', 'fetched') : undefined;
}

/**
 * @param {string} program
 * @param {Terraform['name']} name
 * @param {Terraform['from']} from
 * @returns {Terraform | undefined}
 */
function probe(program, name, from) {
  const answer = outputOf(program, ['version', '-json']);
  if (answer === undefined) return undefined;
  try {
    const version = String(JSON.parse(answer).terraform_version);
    return compareVersions(version, OLDEST) >= 0 ? { path: program, version, name, from } : undefined;
  } catch {
    return undefined;
  }
}

module.exports = { findTerraform, OLDEST };
