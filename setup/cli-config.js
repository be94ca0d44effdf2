// @ts-check
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { workFolder } = require('./project');
const { findProviderMirror, providersIn } = require('./provider-mirror');

/**
 * @typedef {{ file: string, from: 'user' | 'mirror' | 'registry', env: Record<string, string> }} CliConfig
 */

/**
 * The Terraform CLI configuration to run with: the user's own when it exists, else one of ours, which
 * points at a mirror of the AWS provider, or caches what the registry sends.
 * @param {{ folder?: string, mirror?: string | undefined, users?: string | undefined }} [options]
 * @returns {CliConfig}
 */
function cliConfig(options = {}) {
  const users = 'users' in options ? options.users : usersOwn();
  if (users) return { file: users, from: 'user', env: { TF_CLI_CONFIG_FILE: users } };
  const folder = options.folder ?? workFolder();
  const mirror = 'mirror' in options ? options.mirror : findProviderMirror();
  const file = path.join(folder, 'terraform.tfrc');
  fs.mkdirSync(folder, { recursive: true });
  writeIfChanged(file, mirror ? mirrorText(mirror) : '');
  return mirror
    ? { file, from: 'mirror', env: { TF_CLI_CONFIG_FILE: file } }
    : { file, from: 'registry', env: { TF_CLI_CONFIG_FILE: file, ...cacheVariables(folder) } };
}

/** The file that Terraform itself would read: named in the environment, or in the home folder. */
function usersOwn() {
  const places = [process.env['TF_CLI_CONFIG_FILE'], path.join(os.homedir(), '.terraformrc')];
  return places.find((file) => file !== undefined && fs.existsSync(file));
}

/** @param {string} mirror */
function mirrorText(mirror) {
  const providers = JSON.stringify(providersIn(mirror));
  return [
    'provider_installation {',
    '  filesystem_mirror {',
    `    path    = ${JSON.stringify(mirror)}`,
    `    include = ${providers}`,
    '  }',
    '  direct {',
    `    exclude = ${providers}`,
    '  }',
    '}',
    '',
  ].join('\n');
}

/** @param {string} folder */
function cacheVariables(folder) {
  const cache = path.join(folder, 'plugin-cache');
  fs.mkdirSync(cache, { recursive: true });
  // Without the second, Terraform ignores the cache wherever there is no lock file, as in generated stacks.
  return { TF_PLUGIN_CACHE_DIR: cache, TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: 'true' };
}

/**
 * Several processes look at once, and none may read a half-written file.
 * @param {string} file
 * @param {string} text
 */
function writeIfChanged(file, text) {
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) return;
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, text);
  fs.renameSync(draft, file);
}

module.exports = { cliConfig };
