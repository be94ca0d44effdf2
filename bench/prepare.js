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
    const made = inOrder([...elements(json.data, 'data-'), ...elements(json.resource, '')]);
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
        name: own ? type : className(module, type),
        id: `${prefix}${type}-${key}`,
        address: `${prefix.replace('-', '.')}${type}.${key}`,
        config: camel(config),
      };
    }),
  );
}

/**
 * Each element after those that it refers to, as a program by hand has to write them.
 * @template {{ address: string, config: any }} T
 * @param {T[]} list
 * @returns {T[]}
 */
function inOrder(list) {
  const byAddress = new Map(list.map((element) => [element.address, element]));
  /** @type {Set<T>} */
  const ordered = new Set();
  /** @type {(element: T) => void} */
  const visit = (element) => {
    if (ordered.has(element)) return;
    for (const [, address = ''] of JSON.stringify(element.config).matchAll(
      /\$\{((?:data\.)?[a-z0-9_]+\.[\w-]+)\./g,
    )) {
      const other = byAddress.get(address);
      if (other) visit(other);
    }
    ordered.add(element);
  };
  list.forEach(visit);
  return [...ordered];
}

/** The class that makes a type: some carry a suffix in their names. @param {string} module @param {string} type */
function className(module, type) {
  const exported = require(`@cdktf/provider-aws/lib/${module}`);
  return Object.keys(exported).find((name) => exported[name].tfResourceType === type) ?? '';
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
