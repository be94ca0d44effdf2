// @ts-check
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { platformName } = require('./provider-mirror');
const { RELEASE } = require('./release');
const { unzip } = require('./unzip');

const FETCH_WITHIN_MS = 600_000;

/**
 * Fetches a Terraform release, verifies its SHA-256 and puts the program into `<folder>/bin`. What could
 * not be verified never reaches the disk.
 * @param {string} folder
 * @param {{ version: string, baseUrl: string, sums: Record<string, string> }} [release]
 * @param {string} [platform]
 * @returns {Promise<string>} the program's path
 */
async function fetchTerraform(folder, release = RELEASE, platform = platformName()) {
  const sum = release.sums[platform];
  if (!sum) throw new Error(`there is no release for ${platform}`);
  const url = `${release.baseUrl}/${release.version}/terraform_${release.version}_${platform}.zip`;
  const archive = await download(url);
  const actual = createHash('sha256').update(archive).digest('hex');
  if (actual !== sum) throw new Error(`${url} has SHA-256 ${actual}, not ${sum}`);
  return install(path.join(folder, 'bin'), unzip(archive, 'terraform'));
}

/** @param {string} url */
async function download(url) {
  const answer = await fetch(url, { signal: AbortSignal.timeout(FETCH_WITHIN_MS) }).catch((error) => {
    throw new Error(`${url} cannot be reached (${error.cause?.code ?? error.message})`);
  });
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer()).subarray();
}

/**
 * @param {string} folder
 * @param {Buffer} program
 */
function install(folder, program) {
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'terraform');
  const draft = `${file}.${process.pid}`;
  try {
    fs.writeFileSync(draft, program, { mode: 0o755 });
    fs.renameSync(draft, file);
  } finally {
    fs.rmSync(draft, { force: true });
  }
  return file;
}

module.exports = { fetchTerraform };
