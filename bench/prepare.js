// @ts-check
const { readFileSync, readdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * Writes `resources.json` for the program by hand, from what Terralake has synthesized in the same folder.
 * @param {string} folder
 */
function prepare(folder) {
  const stacks = join(folder, 'cdktf.out', 'stacks');
  const list = readdirSync(stacks).map((id) => {
    const json = JSON.parse(readFileSync(join(stacks, id, 'cdk.tf.json'), 'utf8'));
    const made = [...elements(json.resource, ''), ...elements(json.data, 'data-')];
    return {
      id,
      provider: camel(json.provider.aws[0]),
      state: json.terraform.backend.local.path,
      elements: made,
    };
  });
  writeFileSync(join(folder, 'resources.json'), JSON.stringify(list));
}

/** @param {Record<string, Record<string, any>> | undefined} blocks @param {string} prefix */
function elements(blocks, prefix) {
  return Object.entries(blocks ?? {}).flatMap(([type, all]) =>
    Object.entries(all).map(([key, { '//': _metadata, depends_on: _order, ...config }]) => {
      const own = type === 'terraform_data';
      const module = own ? '' : `${prefix}${type.replaceAll('_', '-')}`.replace(/^aws-/, '');
      return {
        module,
        name: own ? type : className(module),
        id: `${prefix}${type}-${key}`,
        config: camel(config),
      };
    }),
  );
}

/** @param {string} module */
function className(module) {
  const exported = require(`@cdktf/provider-aws/lib/${module}`);
  const plain = module.replaceAll('-', '').toLowerCase();
  return Object.keys(exported).find((name) => name.toLowerCase() === plain) ?? '';
}

/** @param {any} value @returns {any} */
function camel(value) {
  if (Array.isArray(value)) return value.map(camel);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase()),
      key === 'tags' ? item : camel(item),
    ]),
  );
}

module.exports = { prepare };
