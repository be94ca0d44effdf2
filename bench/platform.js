// @ts-check
const { cpSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { parse, stringify } = require('yaml');

/**
 * Writes the kit `copies` times into one platform: each copy has its own account, so nothing clashes.
 * @param {string} folder @param {number} copies
 */
function writePlatform(folder, copies) {
  cpSync(join(__dirname, '..', 'configs', 'basic_datascience_platform'), folder, { recursive: true });
  if (copies === 1) return folder;
  const file = join(folder, 'mdaa.yaml');
  const kit = parse(readFileSync(file, 'utf8'));
  /** @type {Record<string, unknown>} */
  const environmentsOf = {};
  for (const [domain, value] of Object.entries(kit.domains)) {
    const environments = Array.from({ length: copies }, (_, copy) => [
      `dev${copy}`,
      { ...value.environments.dev, account: String(100000000000 + copy) },
    ]);
    environmentsOf[domain] = { ...value, environments: Object.fromEntries(environments) };
  }
  writeFileSync(file, stringify({ ...kit, region: 'eu-west-1', domains: environmentsOf }));
  return folder;
}

module.exports = { writePlatform };
