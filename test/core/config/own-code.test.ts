import { join } from 'node:path';
import { at, brief, type Files, labels, load, moduleWith, rootWith } from './support';

const source = (name: string) =>
  `{ name: '${name}', summary: '', config: { safeParse: (data) => ({ success: true, data }), def: { type: 'record' } }, declares: () => ({}), build() {} }`;

function definitions(files: Files): readonly string[] | undefined {
  const { platform, diagnostics } = load(files);
  expect(diagnostics).toEqual([]);
  return platform?.environments[0]?.modules.map(({ definition }) => definition.name);
}

const exported: Readonly<Record<string, string>> = {
  'the default export': `exports.default = ${source('own')}; exports.other = ${source('other')};`,
  'the export `module`': `exports.module = ${source('own')}; exports.other = ${source('other')};`,
  'the only definition': `exports.whatever = ${source('own')}; exports.version = () => 1;`,
  'the module itself': `module.exports = ${source('own')};`,
};

test.each(Object.entries(exported))('a module of one’s own: %s', (_, code) => {
  const files = { 'mdaa.yaml': rootWith('m: { module_path: ./own/module.js }'), 'own/module.js': code };
  expect(definitions(files)).toEqual(['own']);
});

test('a module from an npm package, scoped or not', () => {
  const files = {
    'mdaa.yaml': rootWith('m: { module_path: some-package }\nn: { module_path: "@some/package" }'),
    'node_modules/some-package/index.js': exported['the default export'] ?? '',
    'node_modules/@some/package/index.js': exported['the module itself'] ?? '',
  };
  expect(definitions(files)).toEqual(['own', 'own']);
});

test('built-in modules by each of their names', () => {
  const files = {
    'mdaa.yaml': rootWith(
      'a: { module_path: any }\nb: { module_path: "@terralake/any" }\nc: { module_path: "@aws-mdaa/any" }\nd: { module_path: "@aws-mdaa/any@>=1.0.0" }',
    ),
  };
  expect(definitions(files)).toEqual(['any', 'any', 'any', 'any']);
});

const broken: Readonly<Record<string, string>> = {
  'throws while it is loaded': 'throw new Error("no");',
  'exports nothing': '',
  'exports two definitions': `exports.a = ${source('a')}; exports.b = ${source('b')};`,
  'is not JavaScript': 'const = 1',
};

test.each(Object.entries(broken))('a module that %s', (_, code) => {
  const files = { 'mdaa.yaml': rootWith('m: { module_path: ./own.js }'), 'own.js': code };
  expect(brief(load(files).diagnostics)).toEqual([at(files, 'TL402', './own.js')]);
});

test('a package that is not installed', () => {
  const files = { 'mdaa.yaml': rootWith('m: { module_path: "@some/package" }') };
  expect(brief(load(files).diagnostics)).toEqual([at(files, 'TL402', '"@some')]);
});

test('a module that throws while it is asked what it declares', () => {
  const code = `module.exports = ${source('own').replace('({})', '{ throw new Error("no") }')};`;
  const files = { 'mdaa.yaml': rootWith('m: { module_path: ./own.js }'), 'own.js': code };
  expect(brief(load(files).diagnostics)).toEqual([at(files, 'TL402', 'm: {')]);
});

describe('codes of a scope of one’s own', () => {
  const path = join(__dirname, '../../fixtures/modules/scoped.js');
  const files = (config: string) => ({
    'mdaa.yaml': rootWith(`m:\n  module_path: ${path}\n  module_config_data:\n    ${config}`),
  });

  test('come through with their places, words and page', () => {
    const wrong = files('{ heights: [3, 7] }');
    const { platform, diagnostics } = load(wrong);
    expect(platform).toBeUndefined();
    expect(diagnostics).toEqual([
      expect.objectContaining({ severity: 'error', code: 'acme/12', url: 'https://acme.example/codes#12' }),
    ]);
    expect(labels(diagnostics[0])).toEqual([at(wrong, 'taller', '7]'), at(wrong, 'than this', '3,')]);
  });

  test('of a schema, and of what is thrown', () => {
    const rude = files('{ heights: [], word: rude }');
    expect(brief(load(rude).diagnostics)).toEqual([at(rude, 'acme/rude-word', 'rude }')]);
    const thrown = files('{ heights: [], fails: thrown }');
    expect(brief(load(thrown).diagnostics)).toEqual([at(thrown, 'acme/13', 'm:\n')]);
  });

  test.each(['TL999', 'acme'])('what is no code is told, where the finding is: %s', (code) => {
    const none = files(`{ heights: [], fails: ${code} }`);
    const { diagnostics } = load(none);
    expect(brief(diagnostics)).toEqual([at(none, 'TL402', `${code} }`)]);
    expect(diagnostics[0]?.message).toContain('of no code');
  });
});

const naming = `
exports.Short = class {
  constructor(words) { this.words = words; }
  resourceName(suffix) { return [this.words.props.prefix, this.words.module, suffix].filter(Boolean).join('-'); }
  ssmPath(path, scope) { return '/' + [this.words.props.prefix, scope, path].join('/'); }
};
exports.Wrong = class {};
`;

test('a custom naming, at the root and below', () => {
  const root = 'naming_module: ./naming.js\nnaming_class: Short\nnaming_props: { prefix: "{{org}}1" }\n';
  const files = { 'mdaa.yaml': moduleWith('a: 1', root), 'naming.js': naming };
  const [module] = load(files).platform?.environments[0]?.modules ?? [];
  expect(module?.names.resource('x')).toBe('acme1-m-x');
  expect(module?.names.path('P', { scope: 'domain' })).toBe('/acme1/domain/p');
  expect(module?.names.withSuffix('s').resource()).toBe('acme1-m-s');
  const below = rootWith(
    'm:\n  module_path: any\n  custom_naming: { naming_module: ./naming.js, naming_class: Short, naming_props: { prefix: own } }\nn: { module_path: any }',
  );
  const modules = load({ 'mdaa.yaml': below, 'naming.js': naming }).platform?.environments[0]?.modules;
  expect(modules?.map(({ names }) => names.resource())).toEqual(['own-m', 'acme-e-d-n']);
});

const noNaming: readonly (readonly [path: string, type: string, needle: string])[] = [
  ['./gone.js', 'Short', './gone'],
  ['./naming.js', 'Gone', 'Gone'],
  ['./naming.js', 'Wrong', 'Wrong'],
];

test.each(noNaming)('a naming that cannot be loaded: %s %s', (path, type, needle) => {
  const root = `naming_module: ${path}\nnaming_class: ${type}\n`;
  const files = { 'mdaa.yaml': moduleWith('a: 1', root), 'naming.js': naming };
  expect(brief(load(files).diagnostics)).toEqual([at(files, 'TL402', needle)]);
});
