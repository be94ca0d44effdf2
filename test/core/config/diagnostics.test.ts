import { at, brief, type Files, labels, load, moduleWith, rootWith } from './support';

interface Case {
  readonly files: Files;
  /** Code, text at the place, file, occurrence. */
  readonly expect: readonly (readonly [string, string, string?, number?])[];
}

const bucket = (options: string) =>
  rootWith(
    `m:\n  module_path: buckets\n  module_config_data:\n    owner: me\n    buckets:\n      raw:\n${options.replace(/^/gm, '        ')}`,
  );

const cases: Readonly<Record<string, Case>> = {
  'bad YAML': {
    files: { 'mdaa.yaml': 'organization: [acme\ndomains: {}\n' },
    expect: [['TL102', 'domains']],
  },
  'a template that builds on a template': {
    files: {
      'mdaa.yaml': rootWith(
        'm: { module_path: any }',
        'env_templates: { x: { template: z }, z: {} }\n',
      ).replace('        modules', '        template: x\n        modules'),
    },
    expect: [['TL407', 'z }']],
  },
  'a bucket for state without a name': {
    files: { 'mdaa.yaml': moduleWith('a: 1', 'terraform: { backend: { s3: { bucket: "" } } }\n') },
    expect: [['TL202', '""']],
  },
  'a tab': { files: { 'mdaa.yaml': 'domains:\n\td: 1\n' }, expect: [['TL102', '\td']] },
  'a duplicate key': {
    files: { 'mdaa.yaml': `organization: acme\n${moduleWith('x: 1')}` },
    expect: [['TL103', 'organization', 'mdaa.yaml', 2]],
  },
  'a merge key': { files: { 'mdaa.yaml': moduleWith('<<: { a: 1 }') }, expect: [['TL104', '<<']] },
  'a tag': { files: { 'mdaa.yaml': moduleWith('a: !!binary eA==') }, expect: [['TL104', 'eA==']] },
  '!include in the root file': {
    files: { 'mdaa.yaml': moduleWith('a: !include ./x.sql') },
    expect: [['TL104', './x.sql']],
  },
  'a key that is a list': { files: { 'mdaa.yaml': moduleWith('? [a]\n: b') }, expect: [['TL104', '[a]']] },
  'an unknown key in the root file': {
    files: { 'mdaa.yaml': moduleWith('a: 1', 'organisation: x\n') },
    expect: [['TL201', 'organisation']],
  },
  'an unknown key of an environment': {
    files: {
      'mdaa.yaml': rootWith('m: { module_path: any }').replace(
        '        modules',
        '        regoin: x\n        modules',
      ),
    },
    expect: [['TL201', 'regoin']],
  },
  'an unknown key of a module': {
    files: { 'mdaa.yaml': bucket('versionned: true') },
    expect: [['TL201', 'versionned']],
  },
  'a missing key in the root file': {
    files: { 'mdaa.yaml': moduleWith('a: 1').replace('organization: acme\n', '') },
    expect: [['TL203', 'domains']],
  },
  'a missing key of a module': {
    files: { 'mdaa.yaml': rootWith('m:\n  module_path: buckets\n  module_config_data:\n    buckets: {}') },
    expect: [['TL203', 'm:\n']],
  },
  'a module without a path': { files: { 'mdaa.yaml': rootWith('m: {}') }, expect: [['TL203', 'm: {}']] },
  'a wrong type': { files: { 'mdaa.yaml': bucket('versioned: yes') }, expect: [['TL202', 'yes']] },
  'a number where text is wanted': {
    files: { 'mdaa.yaml': bucket('comment: 1.10') },
    expect: [['TL202', '1.10']],
  },
  'a list where a map is wanted': {
    files: {
      'mdaa.yaml': rootWith('m: { module_path: buckets, module_config_data: { owner: me, buckets: [a] } }'),
    },
    expect: [['TL202', 'buckets: [']],
  },
  'text that is no number': { files: { 'mdaa.yaml': bucket('days: many') }, expect: [['TL202', 'many']] },
  'a word that is not in the list': {
    files: { 'mdaa.yaml': bucket('mode: opne') },
    expect: [['TL204', 'opne']],
  },
  'a number that is too small': { files: { 'mdaa.yaml': bucket('days: 0') }, expect: [['TL204', '0']] },
  'an alternative that nearly fits': {
    files: { 'mdaa.yaml': bucket('target: { arn: x, name: y }') },
    expect: [['TL201', 'name: y']],
  },
  'neither alternative': { files: { 'mdaa.yaml': bucket('target: [x]') }, expect: [['TL202', 'target']] },
  'an empty role reference': { files: { 'mdaa.yaml': bucket('reader: {}') }, expect: [['TL203', 'reader']] },
  'a finding of the module itself': {
    files: { 'mdaa.yaml': bucket('{}').replace('raw', 'forbidden') },
    expect: [['TL308', 'forbidden']],
  },
  'a placeholder as a value': {
    files: { 'mdaa.yaml': moduleWith('a: 1').replace('acme', '<unique org name>') },
    expect: [['TL205', '<unique']],
  },
  'a placeholder in the context, used or not': {
    files: { 'mdaa.yaml': moduleWith('a: 1', 'context:\n  vpc_id: <your vpc id>\n') },
    expect: [['TL205', '<your']],
  },
  'a placeholder as a key': {
    files: { 'mdaa.yaml': moduleWith('"<your team>": 1') },
    expect: [['TL205', '"<your']],
  },
  'a placeholder in a module file': {
    files: {
      'mdaa.yaml': rootWith('m: { module_path: any, module_configs: [./m.yaml] }'),
      'm.yaml': 'a:\n  - arn:aws:s3:::<your bucket>/x\n',
    },
    expect: [['TL205', 'arn', 'm.yaml']],
  },
  'an account id that YAML read as a number': {
    files: { 'mdaa.yaml': moduleWith('a: 1', 'account: 012345678901\n') },
    expect: [['TL206', '012345678901']],
  },
  'an account id of eleven digits': {
    files: { 'mdaa.yaml': moduleWith('a: 1', 'account: "12345678901"\n') },
    expect: [['TL206', '"12345678901"']],
  },
  'an account id from the context that YAML read as a number': {
    files: { 'mdaa.yaml': moduleWith('a: 1', 'context: { id: 112345678901 }\naccount: "{{context:id}}"\n') },
    expect: [['TL206', '112345678901']],
  },
  'a region that is none': {
    files: { 'mdaa.yaml': moduleWith('a: 1', 'region: Frankfurt\n') },
    expect: [['TL204', 'Frankfurt']],
  },
  'a tag that YAML read as a number': {
    files: { 'mdaa.yaml': moduleWith('a: 1', 'tag_config_data: { costcentre: 0123 }\n') },
    expect: [['TL202', '0123']],
  },
  'a tag file without tags': {
    files: { 'mdaa.yaml': moduleWith('a: 1', 'tag_configs: [./tags.yaml]\n'), 'tags.yaml': 'a: b\n' },
    expect: [['TL203', 'a: b', 'tags.yaml']],
  },
  'a module file that does not exist': {
    files: { 'mdaa.yaml': rootWith('m: { module_path: any, module_configs: [./m.yaml] }') },
    expect: [['TL101', './m.yaml']],
  },
  'a file to include that does not exist': {
    files: {
      'mdaa.yaml': rootWith('m: { module_path: any, module_configs: [./m.yaml] }'),
      'm.yaml': 'a: !include ./gone.sql\n',
    },
    expect: [['TL101', './gone.sql', 'm.yaml']],
  },
  'an unknown module': {
    files: { 'mdaa.yaml': rootWith('m: { module_path: bukets }') },
    expect: [['TL401', 'bukets']],
  },
  "a module of MDAA's that is not there": {
    files: { 'mdaa.yaml': rootWith('m: { module_path: "@aws-mdaa/gaia" }') },
    expect: [['TL401', '"@aws-mdaa/gaia"']],
  },
  'a module that cannot be loaded': {
    files: { 'mdaa.yaml': rootWith('m: { module_path: ./own.js }'), 'own.js': 'module.exports = {};' },
    expect: [['TL402', './own.js']],
  },
  'an unknown context key': {
    files: { 'mdaa.yaml': moduleWith('a: "{{context:vpcid}}"', 'context: { vpc_id: x }\n') },
    expect: [['TL302', '"{{context:vpcid}}"']],
  },
  'an environment without modules': {
    files: { 'mdaa.yaml': 'organization: acme\ndomains: { d: { environments: { e: {} } } }\n' },
    expect: [['TL408', 'e: {}']],
  },
  'a template that does not exist': {
    files: {
      'mdaa.yaml': rootWith('m: { module_path: any }').replace(
        '        modules',
        '        template: x\n        modules',
      ),
    },
    expect: [['TL407', 'x\n']],
  },
  'a name with capitals': {
    files: { 'mdaa.yaml': rootWith('My_Module: { module_path: any }') },
    expect: [['TL501', 'My_Module']],
  },
  'a name that AWS would refuse': {
    files: { 'mdaa.yaml': bucket('verbatimName: Not_A_Bucket') },
    expect: [['TL501', 'm:\n']],
  },
  'a backend of two kinds': {
    files: {
      'mdaa.yaml': moduleWith(
        'a: 1',
        'terraform:\n  backend:\n    local: {}\n    cloud: { organization: x }\n',
      ),
    },
    expect: [['TL412', 'local']],
  },
  'an assumed deploy role that is not named': {
    files: { 'mdaa.yaml': moduleWith('a: 1', 'assumeDeployRole: true\n') },
    expect: [['TL208', 'true']],
  },
  'half a custom naming': {
    files: { 'mdaa.yaml': moduleWith('a: 1', 'naming_module: ./naming.js\n') },
    expect: [['TL208', './naming.js']],
  },
};

test.each(Object.entries(cases))('%s', (_, { files, expect: expected }) => {
  const { platform, diagnostics } = load(files);
  if (expected.length > 0) expect(platform).toBeUndefined();
  expect(brief(diagnostics)).toEqual(
    expected.map(([code, needle, file, occurrence]) => at(files, code, needle, file, occurrence)),
  );
  for (const { message, help } of diagnostics) {
    expect(message).not.toBe('');
    expect(help).toMatch(/\.|\?|:/);
  }
});

test('a key twice: both places, whoever finds it', () => {
  const cases: readonly (readonly [yaml: string, key: string])[] = [
    ['organization: acme\nx: { organization: 1 }\norganization: other\n', 'organization'],
    ['x: [{ b: 1, b: 2 }]\n', 'b: '],
    ['1: a\n"1": b\n', '1'],
  ];
  for (const [yaml, key] of cases) {
    const files = { 'mdaa.yaml': yaml };
    const again = `here again mdaa.yaml:${placeOf(yaml, yaml.lastIndexOf(key === '1' ? '"1' : key))}`;
    expect(labels(load(files).diagnostics[0])).toEqual([again, at(files, 'here first', key)]);
  }
});

function placeOf(text: string, index: number): string {
  const before = text.slice(0, index).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

test('a template that builds on a template: both places', () => {
  const { files } = cases['a template that builds on a template'] as Case;
  expect(labels(load(files).diagnostics[0])).toEqual([
    at(files, 'builds on another', 'z }'),
    at(files, 'used here', 'x\n'),
  ]);
});

test('a reference without quotes is told to take some', () => {
  const files = { 'mdaa.yaml': moduleWith('a: {{env}}') };
  const { diagnostics } = load(files);
  expect(brief(diagnostics)).toEqual([at(files, 'TL104', '{env}')]);
  expect(diagnostics[0]?.help).toContain('quotes');
});

test('a root file that does not exist, or is a folder', () => {
  expect(brief(load({}).diagnostics)).toEqual(['TL101 mdaa.yaml:1:1']);
  expect(brief(load({ 'mdaa.yaml/x': '' }).diagnostics)).toEqual(['TL101 mdaa.yaml:1:1']);
});

test('aliases that blow up are refused, in little time', () => {
  const levels = Array.from(
    { length: 12 },
    (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`,
  );
  const { diagnostics } = load({ 'mdaa.yaml': ['l0: &l0 x', ...levels].join('\n') });
  expect(diagnostics.map(({ code }) => code)).toEqual(['TL104']);
});

test('all problems at once, sorted by place, nothing about what follows from them', () => {
  const files = {
    'mdaa.yaml': `${moduleWith('a: "{{context:gone}}"', 'organisation: x\naccount: 012345678901\n').replace('acme', '<unique org name>')}          n: { module_path: bukets }\n          o: { module_path: buckets, module_configs: [./o.yaml] }\n`,
    'o.yaml': 'owner: "{{orgg}}"\nbuckets:\n  raw: { days: "{{env_var:DAYS_OF_NOBODY}}", versioned: 3 }\n',
  };
  expect(brief(load(files).diagnostics)).toEqual([
    at(files, 'TL205', '<unique'),
    at(files, 'TL201', 'organisation'),
    at(files, 'TL206', '012345678901'),
    at(files, 'TL302', '"{{context:gone}}"'),
    at(files, 'TL401', 'bukets'),
    at(files, 'TL301', '"{{orgg}}"', 'o.yaml'),
    at(files, 'TL303', '"{{env_var', 'o.yaml'),
    at(files, 'TL202', '3', 'o.yaml'),
  ]);
});

test('problems in a file that several modules share are told once', () => {
  const files = {
    'mdaa.yaml': rootWith(
      'a: { module_path: any, module_configs: [./x.yaml] }\nb: { module_path: any, module_configs: [./x.yaml] }',
    ),
    'x.yaml': 'v: "{{nobody}}"\n',
  };
  expect(brief(load(files).diagnostics)).toEqual([at(files, 'TL301', '"{{nobody}}"', 'x.yaml')]);
});
