import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { resource, resources, synthFiles, type StackJson } from '../../support/synth';

const notes = resolve(__dirname, '../../fixtures/modules/notes.js');

function platform(
  domains: Record<string, Record<string, Record<string, unknown>>>,
  root: object = {},
): Record<string, unknown> {
  const entries = Object.entries(domains).map(([domain, environments]) => [
    domain,
    {
      environments: Object.fromEntries(
        Object.entries(environments).map(([name, modules]) => [
          name,
          { account: '111111111111', region: 'eu-west-1', modules },
        ]),
      ),
    },
  ]);
  return { organization: 'test-org', ...root, domains: Object.fromEntries(entries) };
}

function noted(config: object): object {
  return { module_path: notes, module_config_data: config };
}

async function codesOf(promise: Promise<unknown>): Promise<string[]> {
  return promise.then(
    () => [],
    (error: { diagnostics?: { code: string }[] }) => {
      if (!error.diagnostics) throw error;
      return error.diagnostics.map(({ code }) => code);
    },
  );
}

test('two domains with the same module names make two stacks, each with its own', async () => {
  const module = { same: noted({ notes: { a: { body: 'x' } } }) };
  const { stack } = await synthFiles({
    'mdaa.yaml': platform({ one: { dev: module }, two: { dev: module } }),
  });
  for (const id of ['one-dev', 'two-dev'])
    expect(Object.keys(resources(stack(id), 'terraform_data'))).toEqual(['same__note__a']);
});

test('names with dashes that would make one stack id are an error, solved by stack_name', async () => {
  const module = { m: noted({}) };
  const clash = platform({ 'a-b': { c: module }, a: { 'b-c': module } });
  expect(await codesOf(synthFiles({ 'mdaa.yaml': clash }))).toContain('TL406');
  const mended = JSON.parse(JSON.stringify(clash)) as any;
  mended.domains.a.environments['b-c'].stack_name = 'a-only';
  const { stacks, stack } = await synthFiles({ 'mdaa.yaml': mended });
  expect(stacks.map(({ id }) => id).sort()).toEqual(['a-b-c', 'a-only']);
  expect(stack('a-only').terraform?.backend.local.path).toContain('test-org/a-only.tfstate');
});

test('keys that CDKTF would fold into one id keep addresses of their own', async () => {
  const keys = ['a.b', 'ab', 'a_b', 'a-b', '1a', 'a b'];
  const config = { notes: Object.fromEntries(keys.map((key) => [key, { body: key }])) };
  const { stack } = await synthFiles({ 'mdaa.yaml': platform({ d: { e: { m: noted(config) } } }) });
  const made = resources(stack('d-e'), 'terraform_data');
  expect(Object.keys(made)).toHaveLength(keys.length);
  expect(
    Object.values(made)
      .map((r) => r.input.body)
      .sort(),
  ).toEqual([...keys].sort());
});

test('user text reaches the JSON escaped, in values and in free-form JSON', async () => {
  const nasty = '${path.module} %{if true}x%{endif} $${y} "q" \\ ünïcode\nline';
  const config = { notes: { a: { body: nasty, extra: { key: nasty } } } };
  const { stack } = await synthFiles({ 'mdaa.yaml': platform({ d: { e: { m: noted(config) } } }) });
  const { input } = resource(stack('d-e'), 'terraform_data', 'a');
  const escaped = '$${path.module} %%{if true}x%%{endif} $$${y} "q" \\ ünïcode\nline';
  expect(input.body).toBe(escaped);
  expect(JSON.parse(input.extra)).toEqual({ key: escaped });
});

test('every provider block has region, one allowed account and default tags; every stack one backend', async () => {
  const module = { m: noted({ notes: { a: { body: 'x' } } }) };
  const { stack } = await synthFiles({
    'mdaa.yaml': platform({ one: { dev: module }, two: { dev: module } }),
  });
  for (const id of ['one-dev', 'two-dev']) {
    const json = stack(id);
    expect(json.provider?.aws).toHaveLength(1);
    expect(json.provider?.aws?.[0]).toMatchObject({
      region: 'eu-west-1',
      allowed_account_ids: ['111111111111'],
    });
    expect(json.provider?.aws?.[0]?.default_tags[0].tags).toMatchObject({ mdaa_org: 'test-org' });
    expect(Object.keys(json.terraform?.backend)).toEqual(['local']);
  }
});

test('synthesis in two folders with keys in another order gives the same bytes, without any trace of the folder', async () => {
  const first = { z: { body: '1' }, a: { body: '2' } };
  const second = { a: { body: '2' }, z: { body: '1' } };
  const texts: string[] = [];
  for (const entries of [first, second]) {
    const { folder } = await synthFiles({
      'mdaa.yaml': platform({ d: { e: { m: noted({ notes: entries, publishes: true }) } } }),
    });
    const text = readFileSync(join(folder, 'cdktf.out/stacks/d-e/cdk.tf.json'), 'utf8');
    expect(text).not.toContain(folder);
    expect(text).not.toContain(process.cwd());
    expect(text).not.toMatch(/TfToken|terraform_remote_state|cross-stack-output-|20\d\d-\d\d-\d\d/);
    texts.push(text);
  }
  expect(texts[0]).toBe(texts[1]);
});

test('removing an environment changes no byte of another stack', async () => {
  const module = { m: noted({ notes: { a: { body: 'x' } } }) };
  const read = async (domains: Parameters<typeof platform>[0]): Promise<StackJson> =>
    (await synthFiles({ 'mdaa.yaml': platform(domains) })).stack('one-dev');
  expect(JSON.stringify(await read({ one: { dev: module }, two: { dev: module } }))).toBe(
    JSON.stringify(await read({ one: { dev: module } })),
  );
});
