import { synthesize } from '../../cli/shared/built-in';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { stackPlans } from '../../core/platform/stacks';
import { built, declared } from '../support/declared';
import { synthFiles, temporary, type StackJson } from '../support/synth';

const kit = resolve(__dirname, '../../configs/basic_datascience_platform');
const golden = resolve(__dirname, '../golden/addresses/basic_datascience_platform.txt');
const stackIds = ['shared-dev', 'dataops-dev', 'datascience-dev'];

async function synth(file: string, context: Record<string, string> = {}) {
  const outdir = temporary({});
  const result = await synthesize({ file, outdir, environment: {}, context });
  const read = (id: string): string => readFileSync(join(outdir, 'stacks', id, 'cdk.tf.json'), 'utf8');
  return { ...result, read, stack: (id: string) => JSON.parse(read(id)) as StackJson };
}

/** The kit's files, without what goes beyond the document. */
function plainKit(): Record<string, string> {
  const names = readdirSync(kit, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.yaml') && !name.endsWith('.extra.yaml'),
  );
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(join(kit, name), 'utf8').replace(/^.*\.extra\.yaml\n/gm, '')]),
  );
}

test('the kit is valid and makes its three stacks in an order that works', async () => {
  const { stacks, diagnostics } = await synth(join(kit, 'mdaa.yaml'));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(stacks).toEqual([
    { id: 'shared-dev', dependencies: [] },
    { id: 'dataops-dev', dependencies: ['shared-dev'] },
    { id: 'datascience-dev', dependencies: ['shared-dev'] },
  ]);
});

test('every address is the one recorded', async () => {
  const { addresses } = await synth(join(kit, 'mdaa.yaml'));
  const lines = stackIds.flatMap((id) =>
    [...(addresses.get(id) ?? [])].sort().map((address) => `${id} ${address}`),
  );
  expect(`${lines.join('\n')}\n`).toBe(readFileSync(golden, 'utf8'));
});

test('every module builds what it declares', async () => {
  const { platform, stack } = await synth(join(kit, 'mdaa.yaml'));
  for (const { id, modules } of stackPlans(platform)) expect(built(stack(id))).toEqual(declared(modules));
});

test('adding or removing a bucket, a role, a module changes no other address', async () => {
  const files = plainKit();
  const list = async (changed: Record<string, string>): Promise<Set<string>> => {
    const { addresses } = await synthFiles({ ...files, ...changed });
    return new Set(
      [...addresses].flatMap(([stack, all]) => [...all].map((address) => `${stack} ${address}`)),
    );
  };
  const before = await list({});
  const edits: readonly (readonly [Record<string, string>, RegExp])[] = [
    [
      {
        'datalake/datalake.yaml': files['datalake/datalake.yaml']!.replace(
          'buckets:\n',
          'buckets:\n  aaa:\n    accessPolicies: [RootPolicy]\n',
        ),
      },
      /__aaa(__|$)/,
    ],
    [
      {
        'roles.yaml': files['roles.yaml']!.replace(
          'generateRoles:\n',
          'generateRoles:\n  aaa:\n    trustedPrincipal: this_account\n',
        ),
      },
      /__aaa(__|$)/,
    ],
    [
      {
        'mdaa.yaml': files['mdaa.yaml']!.replace(
          /^( +)roles:\n/m,
          '$1aaa:\n$1  module_path: athena-workgroup\n$1  module_config_data: { dataAdminRoles: [], athenaUserRoles: [] }\n$1roles:\n',
        ),
      },
      / [^ ]*\.aaa__/,
    ],
  ];
  for (const [edit, own] of edits) {
    const after = await list(edit);
    const added = [...after].filter((address) => !before.has(address));
    expect(added.length).toBeGreaterThan(0);
    expect(added.filter((address) => !own.test(address))).toEqual([]);
    expect([...before].filter((address) => !after.has(address))).toEqual([]);
  }
});

test('context can be overridden', async () => {
  const { read } = await synth(join(kit, 'mdaa.yaml'), { vpc_id: 'vpc-other' });
  expect(read('datascience-dev')).toContain('vpc-other');
});

const document = resolve(__dirname, '../../../shared/requirements/basic-data-science-platform.txt');

/** The YAML blocks of the requirement document, by file name, with its placeholders filled. */
function documentFiles(): Record<string, string> {
  const parts = readFileSync(document, 'utf8')
    .split(/^# Contents available in (\S+)\n/m)
    .slice(1);
  const files: Record<string, string> = {};
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const name = (parts[i] ?? '').replace('goveranance', 'governance');
    const lines = (parts[i + 1] ?? '').split('\n');
    const end = lines.findIndex(
      (line) => /^[a-z-]+(\/[a-z-]+)?\.yaml$/.test(line.trim()) || line.startsWith('Usage Instructions'),
    );
    files[name] = lines.slice(0, end < 0 ? undefined : end).join('\n');
  }
  const filled = (files['mdaa.yaml'] ?? '')
    .replace('<unique org name>', 'terralake-example')
    .replace('<your vpc id>', 'vpc-0a1b2c3d4e5f60718')
    .replace('<your subnet id>', 'subnet-0a1b2c3d4e5f60718')
    .replace('<your datascience team name>', 'example-user');
  const settings = readFileSync(join(kit, 'datalake/lakeformation-settings.yaml'), 'utf8');
  return { ...files, 'mdaa.yaml': filled, 'datalake/lakeformation-settings.yaml': settings };
}

if (existsSync(document)) {
  test("the requirement document's own YAML synthesizes to the same stacks", async () => {
    const ours = await synthFiles(plainKit());
    const theirs = await synthFiles(documentFiles());
    for (const id of stackIds) expect(theirs.stack(id)).toEqual(ours.stack(id));
  });

  test('its placeholders, left in place, are errors at their lines', async () => {
    const files = documentFiles();
    const raw = files['mdaa.yaml']!.replace('terralake-example', '<unique org name>').replace(
      'vpc-0a1b2c3d4e5f60718',
      '<your vpc id>',
    );
    await expect(synthFiles({ ...files, 'mdaa.yaml': raw })).rejects.toMatchObject({
      diagnostics: expect.arrayContaining([
        expect.objectContaining({ code: 'TL205', place: expect.objectContaining({ file: 'mdaa.yaml' }) }),
      ]),
    });
  });
}
