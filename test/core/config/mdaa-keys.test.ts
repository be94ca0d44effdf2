import { at, brief, load, moduleWith, rootWith } from './support';

const levels = ['useStaging: true', 'log_suppressions: true', 'mdaa_version: 1.6.0', 'devops: {}'];

test.each(levels)('%s at the root gives a note', (line) => {
  const files = { 'mdaa.yaml': moduleWith('a: 1', `${line}\n`) };
  const { platform, diagnostics } = load(files);
  expect(platform).toBeDefined();
  expect(brief(diagnostics)).toEqual([at(files, 'TL602', line)]);
});

const entries: Readonly<Record<string, string | undefined>> = {
  'module_type: cdk': undefined,
  'module_type: tf': 'TL601',
  'use_bootstrap: false': 'TL602',
  'allow_cross_reference_stack: true': 'TL602',
  'mdaa_compliant: true': 'TL602',
  'additional_context: { a: b }': 'TL602',
  'custom_aspects: []': undefined,
  'custom_aspects: [{ aspect_module: x, aspect_class: y }]': 'TL601',
  'terraform: { override: {} }': 'TL601',
  'context: { "@aws-mdaa/enableUniqueBucketNames": true }': 'TL601',
  'context: { "@aws-mdaa/enableUniqueBucketNames": false }': undefined,
  'context: { "@aws-mdaa/skipCreateParams": "true" }': 'TL602',
  'module_config_data: { nag_suppressions: { by_path: [] } }': 'TL602',
  'module_config_data: { service_catalog_product_config: { name: x } }': 'TL601',
  'module_config_data: { sagemakerBlueprint: { provisioningRole: x } }': 'TL601',
};

test.each(Object.entries(entries))('%s of a module: %s', (line, code) => {
  const files = { 'mdaa.yaml': rootWith(`m:\n  module_path: any\n  ${line}`) };
  const { platform, diagnostics } = load(files);
  const [key = ''] = line.replace(/^(module_config_data|context): \{ /, '').split(':');
  expect(brief(diagnostics)).toEqual(code === undefined ? [] : [at(files, code, key)]);
  expect(platform !== undefined).toBe(code === undefined || code === 'TL602');
});

test("a common key of MDAA's never reaches the module", () => {
  const files = { 'mdaa.yaml': moduleWith('nag_suppressions: {}\na: 1') };
  expect(load(files).platform?.environments[0]?.modules[0]?.config).toEqual({ a: 1 });
});
