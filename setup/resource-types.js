// @ts-check
const fs = require('node:fs');
const path = require('node:path');

/**
 * Writes `core/provider/aws.ts`: the resources and data sources of the AWS provider that are used here, as plain data
 * read off the classes of `@cdktf/provider-aws`. `node setup/resource-types.js [folder of a class …]` adds to the list.
 */

/**
 * @typedef {{ type: string, kind: 'resource' | 'data', name: string, maps: string[], irregular: Record<string, string>,
 *   taggable: boolean }} Facts
 */

/** @param {string} key */
const snake = (key) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * What the class in a folder of the package is. Null for a folder with something else.
 * @param {string} library
 * @param {string} folder
 * @returns {Facts | null}
 */
function factsOf(library, folder) {
  const source = fs
    .readFileSync(path.join(library, folder, 'index.js'), 'utf8')
    .replace(/^\/\/# sourceMappingURL.*$/m, '');
  const name = /class (\w+) extends cdktf\.Terraform(Resource|DataSource)\b/.exec(source);
  const type = /\.tfResourceType = "([^"]+)"/.exec(source);
  if (!name?.[1] || !type?.[1]) return null;
  const maps = new Set();
  /** @type {Record<string, string>} */
  const irregular = {};
  for (const [, key = '', how = '', property = ''] of source.matchAll(
    /^ +(\w+): ((?:struct\.\w+ === undefined \? null : )?(?:cdktf\.|\w+ToTerraform\().*(?:this\._|struct\.)(\w+).*),$/gm,
  )) {
    // The same once more, for HCL.
    if (how.includes('HclTerraform') || key === 'value') continue;
    if (how.includes('hashMapper')) maps.add(property);
    if (snake(property) !== key) irregular[property] = key;
  }
  return {
    type: type[1],
    kind: name[2] === 'Resource' ? 'resource' : 'data',
    name: name[1],
    maps: [...maps].sort(),
    irregular,
    taggable:
      name[2] === 'Resource' &&
      /^    synthesizeAttributes\(\) \{[^}]*^            tags: cdktf\.hashMapper/m.test(source),
  };
}

/** @param {string} root */
function libraryOf(root) {
  return path.join(
    path.dirname(require.resolve('@cdktf/provider-aws/package.json', { paths: [root] })),
    'lib',
  );
}

/** @param {string} root @param {readonly string[]} more */
function write(root, more) {
  const library = libraryOf(root);
  const file = path.join(root, 'core', 'provider', 'aws.ts');
  const before = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  const listed = [...before.matchAll(/provider-aws\/lib\/([\w-]+)'/g)].map((match) => match[1] ?? '');
  const folders = [...new Set([...listed, ...more])].sort();
  const rows = folders.map((folder) => {
    const facts = factsOf(library, folder);
    if (!facts) throw new Error(`${folder} holds no resource and no data source`);
    return { folder, facts };
  });
  const { version } = JSON.parse(fs.readFileSync(path.join(library, '..', 'package.json'), 'utf8'));
  fs.writeFileSync(file, textOf(rows, version));
}

/** @param {readonly { folder: string, facts: Facts }[]} rows @param {string} version */
function textOf(rows, version) {
  const imports = rows.map(
    ({ folder, facts: { name } }) =>
      `import type { ${name} as ${name}Made, ${name}Config } from '@cdktf/provider-aws/lib/${folder}';`,
  );
  const types = rows.map(({ facts: { name, type, kind, maps, irregular, taggable } }) => {
    const more = [
      ...(taggable ? ['taggable: true'] : []),
      ...(maps.join() !== 'tags,tagsAll' ? [`maps: ${JSON.stringify(maps)}`] : []),
      ...(Object.keys(irregular).length > 0 ? [`irregular: ${JSON.stringify(irregular)}`] : []),
    ];
    const rest = more.length > 0 ? `, { ${more.join(', ')} }` : '';
    return `export const ${name} = ${kind === 'data' ? 'data' : 'resource'}<${name}Config, ${name}Made>('${type}', '${name}'${rest});`;
  });
  return [
    `// Made by \`npm run resource-types\` of @cdktf/provider-aws ${version}. Not edited by hand.`,
    "import { dataSourceOf, resourceOf } from './resource-type';",
    "import { awsProvider } from './requirement';",
    ...imports,
    '',
    'const resource = resourceOf(awsProvider);',
    'const data = dataSourceOf(awsProvider);',
    '',
    ...types,
    '',
  ].join('\n');
}

module.exports = { factsOf, libraryOf, snake };

if (require.main === module) write(path.join(__dirname, '..'), process.argv.slice(2));
