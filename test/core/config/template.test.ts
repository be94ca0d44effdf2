import fc from 'fast-check';
import { loadPlatform } from '../../../core/config/load';
import { segments } from '../../../core/config/template/segments';
import { template } from '../../../core/config/template/template';
import type { TemplateScope } from '../../../core/config/template/scope';
import { RelativePath } from '../../../core/platform/named-file';
import { Text } from '../../../core/platform/text';
import { at, brief, fixtures, folderWith, labels, load, moduleWith, rootWith } from './support';

/** Texts as they are written in YAML, paths of parameters included. */
function plain(value: unknown): unknown {
  if (value instanceof Text) return value.describe();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null || value instanceof RelativePath) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]));
}

const context = `context:
  text: hello
  nested: "{{context:text}} {{org}}"
  e_vpc: vpc-1
  list: [1, "{{env}}"]
  map: { "{{env}}": x }
  no: false
  zero: 0
  version: 1.10
  role: generated-role-arn:admin
`;

/** What `a: <value>` becomes in a module of acme/d/e, and the codes of what is found. */
function value(written: string, extra = ''): { readonly a: unknown; readonly codes: readonly string[] } {
  const { platform, diagnostics } = load(
    { 'mdaa.yaml': moduleWith(`a: ${written}`, `${context}${extra}`) },
    { environment: { TEXT: 'words', JSON_LIST: '["x", {"y": 1}]', BROKEN: '[x' } },
  );
  const config = platform?.environments[0]?.modules[0]?.config as { a: unknown } | undefined;
  return {
    a: plain(config?.a),
    codes: diagnostics.map(({ code }) => code).filter((code) => code !== 'TL306'),
  };
}

const vectors: readonly (readonly [written: string, becomes: unknown])[] = [
  ['"{{org}}-{{env}}-{{domain}}-{{module_name}}"', 'acme-e-d-m'],
  ['"{{context:text}}"', 'hello'],
  ['"{{context:nested}}!"', 'hello acme!'],
  ['"{{context:{{env}}_vpc}}"', 'vpc-1'],
  ['"{{context:list}}"', [1, 'e']],
  ['"{{context:map}}"', { e: 'x' }],
  ['"{{context:no}}"', false],
  ['"{{context:zero}}"', 0],
  ['"is {{context:no}} {{context:zero}} {{context:version}}"', 'is false 0 1.10'],
  ['"{{env_var:TEXT}}"', 'words'],
  ['"{{env_var:JSON_LIST}}"', ['x', { y: 1 }]],
  ['"x{{env_var:JSON_LIST}}"', 'x["x", {"y": 1}]'],
  ['"{{env_var:BROKEN}}"', '[x'],
  ['"{{account}} {{region}} {{partition}}"', '{{account}} {{region}} {{partition}}'],
  ['ssm:/{{org}}/X/y', '{{resolve:ssm:/acme/X/y}}'],
  ['"{{resolve:ssm:/{{org}}/X/y}}"', '{{resolve:ssm:/acme/X/y}}'],
  ['"s3://{{resolve:ssm:/a/b}}/c"', 's3://{{resolve:ssm:/a/b}}/c'],
  ['ssm-org:/Other/Path', '{{resolve:ssm:/acme/Other/Path}}'],
  ['ssm-domain:/Other/Path', '{{resolve:ssm:/acme/d/Other/Path}}'],
  ['"{{ssm-domain:/Other/Path}}"', '{{resolve:ssm:/acme/d/other/path}}'],
  ['ssm-env:/Other/Path', '{{resolve:ssm:/acme/d/e/Other/Path}}'],
  ['ssm:GetParameter', 'ssm:GetParameter'],
  ['{ Action: ["ssm:{{context:text}}*", "ssm:Get*"] }', { Action: ['ssm:hello*', 'ssm:Get*'] }],
  ['{ "{{env}}-{{context:text}}": 1 }', { 'e-hello': 1 }],
  ['"{ {{env}} } }} {{"', '{ e } }} {{'],
  ['"{{{env}}}"', '{e}'],
  ['"${aws:userid}"', '${aws:userid}'],
  ['"project: alpha"', 'project: alpha'],
];

test.each(vectors)('%s', (written, becomes) => {
  expect(value(written)).toEqual({ a: becomes, codes: [] });
});

const refused: readonly (readonly [written: string, code: string])[] = [
  ['"{{orgg}}"', 'TL301'],
  ['"{{ org }}"', 'TL301'],
  ['"{{resolve:x}}"', 'TL301'],
  ['"{{context:missing}}"', 'TL302'],
  ['"x{{context:missing}}"', 'TL302'],
  ['"{{context:{{context:missing}}}}"', 'TL302'],
  ['"{{env_var:NOBODY}}"', 'TL303'],
  ['"{{env_var:constructor}}"', 'TL303'],
  ['generated-role-ids:admin', 'TL301'],
  ['generated-policy:admin', 'TL301'],
  ['ssm-orgs:/x', 'TL301'],
  ['generated-role-id:Admin', 'TL304'],
  ['"{{context:role}}"', 'TL304'],
  ['project:databaseName/x', 'TL305'],
  ['"x{{context:list}}"', 'TL310'],
  ['"x{{context:map}}"', 'TL310'],
  ['"{{resolve:ssm:arn:aws:ssm:eu-west-1:111111111111:parameter/x}}"', 'TL410'],
  ['ssm:arn:aws:ssm:eu-west-1:111111111111:parameter/x', 'TL410'],
  ['"{{resolve:ssm-secure:/x}}"', 'TL601'],
  ['"{{resolve:secretsmanager:x}}"', 'TL601'],
  ['"{{resolve:ssm:/x:3}}"', 'TL601'],
  ['"{{param:string:x}}"', 'TL601'],
  ['"{{blueprint:/x}}"', 'TL601'],
  ['"{{ref:x}}"', 'TL601'],
  ['ssm:/{{account}}/x', 'TL207'],
  ['{ "{{account}}": x }', 'TL207'],
];

test.each(refused)('%s is refused: %s', (written, code) => {
  expect(value(written).codes).toEqual([code]);
});

test('generated roles are those of the own domain, lower-cased', () => {
  const files = {
    'mdaa.yaml': rootWith(
      'r: { module_path: roles, module_config_data: { generateRoles: { My-Role: {} } } }\nm: { module_path: any, module_config_data: { a: "generated-role-id:My-Role" } }',
    ),
  };
  const { platform, diagnostics } = load(files);
  expect(diagnostics).toEqual([]);
  expect(plain(platform?.environments[0]?.modules[1]?.config)).toEqual({
    a: '{{resolve:ssm:/acme/d/generated-role/my-role/id}}',
  });
});

test('account, region and partition are literal where the environment states them, in keys too', () => {
  const stated = 'account: "111111111111"\nregion: cn-north-1\n';
  const written = '{ "{{account}}": "{{region}} {{partition}}" }';
  expect(value(written, stated)).toEqual({ a: { '111111111111': 'cn-north-1 aws-cn' }, codes: [] });
});

test('a context key that refers to itself', () => {
  const files = {
    'mdaa.yaml': moduleWith('a: "{{context:x}}"', 'context: { x: "{{context:y}}", y: "-{{context:x}}" }\n'),
  };
  const { diagnostics } = load(files);
  expect(brief(diagnostics)).toEqual([at(files, 'TL302', '"-{{context:x}}"')]);
  expect(labels(diagnostics[0])).toEqual([
    at(files, 'y refers to x', '"-{{context:x}}"'),
    at(files, 'x refers to y', '"{{context:y}}"'),
  ]);
});

test('two keys that become one', () => {
  const files = { 'mdaa.yaml': moduleWith('"{{env}}": 1\n"e": 2') };
  const { diagnostics } = load(files);
  expect(brief(diagnostics)).toEqual([at(files, 'TL103', '"e"')]);
  expect(labels(diagnostics[0])).toEqual([
    at(files, 'here again', '"e"'),
    at(files, 'here first', '"{{env}}"'),
  ]);
});

test('overrides win over the context of every level', () => {
  const files = {
    'mdaa.yaml': rootWith(
      'm: { module_path: any, context: { x: inner }, module_config_data: { a: "{{context:x}}", b: "{{context:y}}" } }',
    ),
  };
  const { platform } = load(files, { context: { x: 'override', y: [1] } });
  expect(platform?.environments[0]?.modules[0]?.config).toEqual({ a: 'override', b: [1] });
});

test('projects: references, their case, second colons, and defaults for keys of the schema', () => {
  const config = 'projectName: p\n    database: "project:databaseName/Sales:x"\n    kmsArn: given';
  const files = {
    'mdaa.yaml': rootWith(
      `p: { module_path: project, module_config_data: { databases: [Sales] } }\nc:\n  module_path: crawler\n  module_config_data:\n    ${config}`,
    ),
  };
  const { platform, diagnostics } = load(files);
  expect(diagnostics).toEqual([]);
  expect(plain(platform?.environments[0]?.modules[1]?.config)).toEqual({
    projectName: 'p',
    database: '{{resolve:ssm:/acme/d/p/databaseName/Sales}}',
    kmsArn: 'given',
    bucketName: '{{resolve:ssm:/acme/d/p/projectBucket/default}}',
  });
});

test('a project module without projectName', () => {
  const files = {
    'mdaa.yaml': rootWith('c: { module_path: crawler, module_config_data: { database: "project:x/y" } }'),
  };
  expect(brief(load(files).diagnostics)).toEqual([at(files, 'TL305', '"project:')]);
});

test('relative paths are relative to the file that they are written in; !include reads a file', () => {
  const folder = folderWith({
    'mdaa.yaml': rootWith(
      'm: { module_path: any, module_configs: ["./{{env}}/m.yaml"], module_config_data: { b: ../x } }',
    ),
    'e/m.yaml': 'a: ./y\nsql: !include ./q.sql\nlong: s3://x/./y\n',
    'e/q.sql': 'select {{env}}\n',
  });
  const { platform } = loadPlatform({ file: `${folder}/mdaa.yaml`, registry: fixtures });
  expect(platform?.environments[0]?.modules[0]?.config).toEqual({
    a: new RelativePath('./y', `${folder}/e`),
    sql: 'select e\n',
    long: 's3://x/./y',
    b: new RelativePath('../x', folder),
  });
});

const scope: TemplateScope = {
  organization: 'o',
  domain: 'd',
  environment: 'e',
  words: new Map(),
  context: new Map(),
  variables: {},
  project: { kind: 'none' },
  report: () => {
    throw new Error('reported');
  },
};

test('text without references stays as it is', () => {
  const text = fc
    .string()
    .filter((s) => !s.includes('{{') && !/^(ssm|generated-role|project)[a-z-]*:/.test(s));
  fc.assert(
    fc.property(text, (value) => {
      const node = { kind: 'scalar', value, place: { file: 'x', line: 1, column: 1 } } as const;
      expect(template(node, scope)).toBe(node);
    }),
  );
});

test('segments put together again are the text', () => {
  const braces = fc
    .array(fc.constantFrom('{', '}', '{{', '}}', 'a', 'org', ' ', ':'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(braces, (text) => {
      expect(
        segments(text)
          .map((part) => (typeof part === 'string' ? part : part.source))
          .join(''),
      ).toBe(text);
    }),
  );
});
