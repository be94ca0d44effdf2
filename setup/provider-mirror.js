// @ts-check
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const PROVIDER = path.join('registry.terraform.io', 'hashicorp', 'aws', '5.100.0');

/** @type {Record<string, string>} */
const ARCHITECTURES = { x64: 'amd64', arm64: 'arm64' };

/**
 * Terraform's name of this platform, as in `linux_amd64`.
 * @returns {string}
 */
function platformName() {
  return `${process.platform}_${ARCHITECTURES[process.arch] ?? process.arch}`;
}

/**
 * The usual places of a file system mirror: those of Terraform itself, and every folder of `/opt`.
 * @returns {string[]}
 */
function usualPlaces() {
  const terraforms = [
    path.join(os.homedir(), '.terraform.d', 'plugins'),
    '/usr/share/terraform/plugins',
    '/usr/local/share/terraform/plugins',
  ];
  return [...terraforms, ...foldersIn('/opt')];
}

/** @param {string} folder */
function foldersIn(folder) {
  try {
    return fs.readdirSync(folder).map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}

/**
 * The first place that holds the AWS provider for this platform, packed or unpacked.
 * @param {string[]} [places]
 * @returns {string | undefined}
 */
function findProviderMirror(places = usualPlaces()) {
  return places.find((place) => {
    const folder = path.join(place, PROVIDER);
    const zip = `terraform-provider-aws_5.100.0_${platformName()}.zip`;
    return fs.existsSync(path.join(folder, platformName())) || fs.existsSync(path.join(folder, '..', zip));
  });
}

/**
 * The providers that a mirror holds, as in `registry.terraform.io/hashicorp/aws`.
 * @param {string} mirror
 * @returns {string[]}
 */
function providersIn(mirror) {
  const hosts = foldersIn(mirror).filter((folder) => path.basename(folder).includes('.'));
  const providers = hosts.flatMap(foldersIn).flatMap(foldersIn);
  return providers.map((folder) => path.relative(mirror, folder)).sort();
}

module.exports = { findProviderMirror, platformName, providersIn };
