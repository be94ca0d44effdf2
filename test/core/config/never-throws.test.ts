import fc from 'fast-check';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { loadPlatform } from '../../../core/config/load';
import { fixtures, folderWith } from './support';

const platform = {
  organization: 'acme',
  account: '111111111111',
  region: 'eu-west-1',
  context: { a: 'x', b: '{{context:a}}' },
  tag_configs: ['./tags.yaml'],
  tag_config_data: { t: 'v' },
  env_templates: { t: { modules: { x: { module_path: 'any' } } } },
  terraform: { backend: { s3: { bucket: 'b', region: 'eu-west-1' } } },
  naming_props: { a: 1 },
  domains: {
    d: {
      custom_naming: { naming_module: './gone.js', naming_class: 'X' },
      environments: {
        e: {
          template: 't',
          stack_name: 's',
          modules: {
            r: { module_path: 'roles', module_config_data: { generateRoles: { admin: { trust: 'x' } } } },
            m: {
              module_path: 'buckets',
              module_configs: ['./tags.yaml'],
              module_config_data: {
                owner: 'me',
                buckets: { raw: { reader: { id: 'generated-role-id:admin' }, target: { arn: 'x' } } },
              },
              predeploy: { command: 'x', exit_if_fail: true },
            },
          },
        },
      },
    },
  },
};

/** Where something can be put: the path of every value of the platform. */
function paths(value: unknown, prefix: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [prefix];
  return [prefix, ...Object.entries(value).flatMap(([key, entry]) => paths(entry, [...prefix, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === key ? replaced(item, rest, by) : item));
  const map = value as Record<string, unknown>;
  return { ...map, [key]: replaced(map[key], rest, by) };
}

const intruder = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    [],
    {},
    [null],
    '',
    '{{',
    '{{account}}',
    '{{context:b}}',
    '{{context:',
    './x',
    '<your x>',
  ),
  fc.constantFrom<unknown>(
    'ssm:/{{account}}',
    'generated-role-id:',
    'project:x/y',
    'default',
    'any',
    '.inf',
    12,
    '${x}',
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

test('whatever stands in the YAML, the answer is findings and never an exception', () => {
  const folder = folderWith({ 'tags.yaml': 'tags: { a: b }\n' });
  const file = join(folder, 'mdaa.yaml');
  fc.assert(
    fc.property(fc.constantFrom(...paths(platform)), intruder, (path, by) => {
      writeFileSync(file, stringify(replaced(platform, path, by)));
      const { platform: loaded, diagnostics } = loadPlatform({ file, registry: fixtures });
      expect(loaded === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
    }),
    { numRuns: 400 },
  );
});

test('nor for text that is hardly YAML', () => {
  const file = join(folderWith({}), 'mdaa.yaml');
  const piece = fc.constantFrom(
    'organization: ',
    'domains:',
    '\n',
    '  ',
    '- ',
    '{',
    '}',
    '[',
    '"',
    '&a ',
    '*a',
    '!x ',
    '? ',
    ': ',
    '<<',
    'x',
    '\t',
    '|',
    '---',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      writeFileSync(file, pieces.join(''));
      expect(loadPlatform({ file, registry: fixtures }).platform).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});
