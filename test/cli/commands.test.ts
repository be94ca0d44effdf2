import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run, source, terralake } from '../support/run';
import { temporary } from '../support/synth';

const roles = { module_path: 'roles', module_config_data: { createPersonaManagedPolicies: false } };
const environment = { account: '111111111111', region: 'eu-west-1', modules: { roles, more: roles } };
const platform = {
  organization: 'test-org',
  domains: {
    a: { environments: { dev: environment, test: { ...environment, account: '222222222222' } } },
    b: { environments: { dev: environment } },
  },
};

const lake = {
  module_path: 'datalake',
  module_config_data: { roles: {}, accessPolicies: {}, buckets: { raw: { accessPolicies: [] } } },
};

test('validate: exit 0 and a count, or exit 2 and every finding with its place', async () => {
  const good = await terralake(temporary({ 'mdaa.yaml': platform }), ['validate']);
  expect(good).toMatchObject({ exitCode: 0, stdout: '' });
  const bad = {
    ...platform,
    region: 5,
    organisation: 'x',
    domains: { a: { environments: { dev: { ...environment, account: '12' } } } },
  };
  const { exitCode, stdout } = await terralake(temporary({ 'mdaa.yaml': bad }), ['validate', '--json']);
  expect(exitCode).toBe(2);
  const found = JSON.parse(stdout) as {
    code: string;
    severity: string;
    place: { file: string; line: number; column: number };
  }[];
  expect(found.map(({ code }) => code)).toEqual(expect.arrayContaining(['TL201', 'TL202', 'TL206']));
  for (const { place } of found)
    expect(place).toEqual({ file: 'mdaa.yaml', line: expect.any(Number), column: expect.any(Number) });
});

test('validate --format: annotations and SARIF on stdout, with files that open from where one stands', async () => {
  const folder = temporary({ 'platform/mdaa.yaml': { ...platform, organisation: 'x' } });
  const inFormat = (...args: string[]) =>
    terralake(folder, ['validate', '--config', 'platform/mdaa.yaml', ...args]);
  expect(await inFormat('--format', 'github')).toMatchObject({
    exitCode: 2,
    stdout: expect.stringMatching(
      /^::error file=platform\/mdaa\.yaml,line=\d+,col=\d+,title=TL201::unknown key "organisation"/,
    ),
  });
  const { exitCode, stdout } = await inFormat('--format', 'sarif');
  expect(exitCode).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        results: [
          {
            ruleId: 'TL201',
            locations: [{ physicalLocation: { artifactLocation: { uri: 'platform/mdaa.yaml' } } }],
          },
        ],
      },
    ],
  });
  expect((await inFormat('--format', 'json')).stdout).toBe((await inFormat('--json')).stdout);
  expect((await inFormat('--format', 'terminal')).stderr).toBe((await inFormat()).stderr);
  expect(await inFormat('--format', 'xml')).toMatchObject({ exitCode: 2, stdout: '' });
  expect(await inFormat('--json', '--format', 'sarif')).toMatchObject({ exitCode: 2, stdout: '' });
});

test('list: data on stdout, filters, unknown names are usage errors', async () => {
  const folder = temporary({ 'mdaa.yaml': platform });
  const rows = async (...args: string[]): Promise<unknown[]> =>
    (JSON.parse((await terralake(folder, ['list', '--json', ...args])).stdout) as object[]).map(
      Object.values,
    );
  expect(await rows()).toHaveLength(6);
  expect(await rows('--domain', 'b')).toEqual([
    ['b-dev', 'b', 'dev', '111111111111', 'eu-west-1', 'roles', 'roles'],
    ['b-dev', 'b', 'dev', '111111111111', 'eu-west-1', 'more', 'roles'],
  ]);
  expect(await rows('--env', 'test', '--module', 'more')).toEqual([
    ['a-test', 'a', 'test', '222222222222', 'eu-west-1', 'more', 'roles'],
  ]);
  for (const filter of ['--domain', '--env', '--module']) {
    const wrong = await terralake(folder, ['list', filter, 'none']);
    expect([wrong.exitCode, wrong.stdout]).toEqual([2, '']);
  }
});

test('synth: files in dependency order; --output; filters', async () => {
  const folder = temporary({ 'mdaa.yaml': platform });
  const { exitCode, stdout } = await terralake(folder, ['synth', '--output', 'deep/out', '--json']);
  expect(exitCode).toBe(0);
  const files = JSON.parse(stdout) as { stack: string; file: string }[];
  expect(files.map(({ stack }) => stack)).toEqual(['a-dev', 'a-test', 'b-dev']);
  for (const { stack, file } of files) {
    expect(file).toBe(join(folder, 'deep/out/stacks', stack, 'cdk.tf.json'));
    expect(existsSync(file)).toBe(true);
  }
  const one = await terralake(folder, ['synth', '--domain', 'b', '--json']);
  expect((JSON.parse(one.stdout) as object[]).length).toBe(1);
});

test('which configuration: --config, else cdktf.json, else platform.yaml, else mdaa.yaml', async () => {
  const named = (organization: string): object => ({ ...platform, organization });
  const folder = temporary({
    'given.yaml': named('given'),
    'context.yaml': named('context'),
    'platform.yaml': named('platform'),
    'mdaa.yaml': named('mdaa'),
  });
  const organization = async (where: string, ...args: string[]): Promise<string> => {
    const out = await terralake(where, ['synth', '--output', 'out', ...args]);
    expect(out.exitCode).toBe(0);
    const { readFileSync } = await import('node:fs');
    return JSON.parse(readFileSync(join(where, 'out/stacks/b-dev/cdk.tf.json'), 'utf8')).provider.aws[0]
      .default_tags[0].tags.mdaa_org as string;
  };
  expect(await organization(folder)).toBe('platform');
  expect(await organization(folder, '--config', 'given.yaml')).toBe('given');
  expect(await organization(temporary({ 'mdaa.yaml': named('mdaa') }))).toBe('mdaa');
  const configured = temporary({
    'cdktf.json': JSON.stringify({ context: { configFile: 'context.yaml' } }),
    'context.yaml': named('context'),
  });
  expect(await organization(configured)).toBe('context');
  expect((await terralake(temporary({}), ['validate'])).exitCode).toBe(2);
});

test('a wrong call or broken input gives exit 2 and never a stack trace', async () => {
  const folder = temporary({ 'mdaa.yaml': platform, 'broken.yaml': 'a: [', 'binary.yaml': '\u0000\u0001' });
  const calls: readonly (readonly [readonly string[], Record<string, string>?])[] = [
    [['nonsense']],
    [['validate', '--nonsense']],
    [['validate', '--config', 'missing.yaml']],
    [['validate', '--config', 'broken.yaml']],
    [['validate', '--config', 'binary.yaml']],
    [['validate', '--config', '.']],
    [['validate', '--context', 'novalue']],
    [['validate'], { TERRALAKE_CONTEXT: 'not json' }],
    [['apply', 'no-such-stack']],
    [['destroy']],
    [['plan', '--as', 'someone']],
    [['plan', '--as', 'plan']],
    [['synth', '--output', 'mdaa.yaml']],
    [['apply', '--allow-data-loss', 'no-such-stack']],
    [['synth'], { TERRALAKE_ALLOW_DATA_LOSS: 'no-such-stack' }],
    [['destroy', 'gone-dev', '--from', 'HEAD']],
  ];
  for (const [args, variables] of calls) {
    const { exitCode, stdout, stderr } = await terralake(folder, args, variables);
    expect({ args, exitCode, trace: /\n\s+at .*:\d+:\d+/.test(stdout + stderr) }).toEqual({
      args,
      exitCode: 2,
      trace: false,
    });
  }
});

test('lock writes what it would miss, without a warning that it is missing', async () => {
  const domains = { a: { environments: { dev: { ...environment, modules: { lake } } } } };
  const folder = temporary({ 'mdaa.yaml': { organization: 'test-org', domains } });
  expect((await terralake(folder, ['synth'])).stderr).toContain('TL702');
  expect(await terralake(folder, ['lock'])).toMatchObject({ exitCode: 0, stderr: '' });
  expect(existsSync(join(folder, 'platform.lock.yaml'))).toBe(true);
});

test('--context takes one value each time', async () => {
  const folder = temporary({
    'mdaa.yaml': { ...platform, tag_config_data: { t: '{{context:a}}{{context:b}}' } },
  });
  const wrong = await terralake(folder, ['plan', '--context', 'a=1', '--context', 'b=2', 'no-such-stack']);
  expect(wrong.stderr).toContain('there is no stack "no-such-stack"');
});

test('every command shows the line that a finding is about', async () => {
  const folder = temporary({
    'deep/mdaa.yaml': { ...platform, organisation: 'x' },
    'cdktf.json': JSON.stringify({ context: { configFile: 'deep/mdaa.yaml' } }),
  });
  for (const command of ['validate', 'list', 'synth', 'plan', 'lock'])
    expect((await terralake(folder, [command])).stderr).toContain('| organisation: x');
  const app = await run(process.execPath, source('main.ts'), folder);
  expect(app.stderr).toContain('| organisation: x');
});

test('what holds data is not destroyed without keys: exit 3, before Terraform is asked', async () => {
  const folder = temporary({
    'mdaa.yaml': {
      organization: 'test-org',
      domains: { a: { environments: { dev: { ...environment, modules: { lake } } } } },
    },
  });
  expect((await terralake(folder, ['destroy', 'a-dev'])).exitCode).toBe(3);
  expect(existsSync(join(folder, 'cdktf.out/stacks/a-dev/.terraform'))).toBe(false);
});

test('the app for cdktf needs no Terraform, no credentials, no network, and writes nothing beside its output', async () => {
  const folder = temporary({ 'mdaa.yaml': platform });
  const CDKTF_OUTDIR = join(temporary({}), 'not/there/yet');
  const variables = { PATH: '/nonexistent', CDKTF_OUTDIR };
  const { exitCode } = await run(process.execPath, source('main.ts'), folder, variables);
  expect(exitCode).toBe(0);
  expect(existsSync(join(CDKTF_OUTDIR, 'manifest.json'))).toBe(true);
  expect(readdirSync(folder)).toEqual(['mdaa.yaml']);
});
