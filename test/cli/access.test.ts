import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { terralake, type Run } from '../support/run';
import { temporary } from '../support/synth';

const reader = { trustedPrincipal: 'this_account' };
const platform = (readers: readonly string[], level = 'ReadRoles') => ({
  organization: 'org',
  domains: {
    lake: {
      environments: {
        dev: {
          account: '111111111111',
          region: 'eu-west-1',
          modules: {
            roles: {
              module_path: 'roles',
              module_config_data: {
                createPersonaManagedPolicies: false,
                generateRoles: { one: reader, two: reader },
              },
            },
            datalake: {
              module_path: 'datalake',
              module_config_data: {
                roles: { Readers: readers.map((name) => ({ id: `generated-role-id:${name}` })) },
                accessPolicies: { Data: { rule: { prefix: 'data/', [level]: ['Readers'] } } },
                buckets: { raw: { accessPolicies: ['Data'] } },
              },
            },
          },
        },
      },
    },
  },
});
const object = 's3://org-dev-lake-datalake-raw/data/x';
const rule = (more: object) => ({
  rules: [{ id: 'r', may: 's3:GetObject', on: 's3://{{org}}-dev-lake-datalake-raw/data/x', ...more }],
});

async function access(folder: string, ...args: readonly string[]): Promise<Run> {
  return terralake(folder, ['access', ...args]);
}

const folder = temporary({ 'mdaa.yaml': platform(['one']) });

test('who-can: everybody who may, with the line of YAML; data on stdout', async () => {
  const { exitCode, stdout } = await access(folder, 'who-can', 's3:GetObject', object, '--json');
  expect(exitCode).toBe(0);
  const able = JSON.parse(stdout) as { principal: string; outcome: string; reason: string }[];
  expect(able.map(({ principal, outcome }) => [principal, outcome])).toEqual([['lake-dev/one', 'allowed']]);
  expect(able[0]?.reason).toMatch(/\(mdaa\.yaml:\d+:\d+\)/);
});

test('explain: the locks and what closes them', async () => {
  const args = ['explain', 'administrator', 's3:GetObject', object];
  const [answer] = JSON.parse((await access(folder, ...args, '--json')).stdout) as {
    outcome: string;
    locks: { name: string; outcome: string; reasons: { text: string; address?: string }[] }[];
  }[];
  expect(answer?.outcome).toBe('denied');
  expect(answer?.locks.map(({ name, outcome }) => [name, outcome])).toEqual([
    ['permission', 'denied'],
    ['key', 'allowed'],
  ]);
  expect(answer?.locks[0]?.reasons[0]?.address).toBe('aws_s3_bucket_policy.datalake__bucket__raw');
  const plain = await access(
    folder,
    'explain',
    'lake-dev/one',
    's3:GetObject',
    object,
    '--with',
    'aws:SecureTransport=false',
  );
  expect(plain).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('DenyInsecureTransport') });
});

test('verify: 0 where the contract holds, 3 and what is broken where it does not, 2 where it names nothing', async () => {
  const verify = async (contract: object) =>
    access(
      temporary({ 'mdaa.yaml': platform(['one']), 'access-contract.yaml': contract }),
      'verify',
      '--json',
    );
  expect(await verify(rule({ who: 'lake-dev/one' }))).toMatchObject({ exitCode: 0 });
  const { exitCode, stdout } = await verify(rule({ who: 'lake-dev/two' }));
  expect(exitCode).toBe(3);
  const { broken } = JSON.parse(stdout) as { broken: { rule: string; who: string; place: object }[] };
  expect(broken).toEqual([
    expect.objectContaining({
      rule: 'r',
      who: 'lake-dev/two',
      found: 'denied',
      place: { file: 'access-contract.yaml', line: expect.any(Number), column: expect.any(Number) },
    }),
  ]);
  const misnamed = await verify(rule({ who: 'lake-dev/thre' }));
  expect(misnamed).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('TL910') });
  expect(misnamed.stderr).toContain('access-contract.yaml:');
  const unknownKey = await verify({ rules: [{ id: 'r', whom: 'one' }] });
  expect(unknownKey).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('TL201') });
  const list = await verify([rule({ who: 'lake-dev/one' })]);
  expect(list).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('TL202') });
  const vacuous = await verify(rule({ who: 'lake-dev/one', except: 'lake-dev/one' }));
  expect(vacuous).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('TL910') });
  expect((await access(folder, 'verify')).exitCode).toBe(2);
});

test('verify --format: a broken rule is annotated where it stands, and so is what ends the command', async () => {
  const verify = async (contract: object, format: string) =>
    access(
      temporary({ 'mdaa.yaml': platform(['one']), 'access-contract.yaml': contract }),
      'verify',
      '--format',
      format,
    );
  expect(await verify(rule({ who: 'lake-dev/one' }), 'github')).toMatchObject({ exitCode: 0, stdout: '' });
  expect(await verify(rule({ who: 'lake-dev/two' }), 'github')).toMatchObject({
    exitCode: 3,
    stdout: expect.stringMatching(
      /^::error file=access-contract\.yaml,line=\d+,col=\d+,title=TL911::the rule r is broken: /,
    ),
  });
  const forbidden = { who: 'lake-dev/one', may: undefined, may_not: 's3:GetObject' };
  const { exitCode, stdout } = await verify(rule(forbidden), 'sarif');
  expect(exitCode).toBe(3);
  const { runs } = JSON.parse(stdout) as {
    runs: [{ results: [{ ruleId: string; relatedLocations: object[] }] }];
  };
  const [{ ruleId, relatedLocations }] = runs[0].results;
  expect(ruleId).toBe('TL911');
  expect(relatedLocations).toContainEqual(
    expect.objectContaining({
      message: { text: expect.stringContaining('allowed by') },
      physicalLocation: expect.objectContaining({ artifactLocation: { uri: 'mdaa.yaml' } }),
    }),
  );
  expect(await verify({ rules: [{ id: 'r', whom: 'one' }] }, 'github')).toMatchObject({
    exitCode: 2,
    stdout: expect.stringContaining('title=TL201'),
  });
  expect((await verify(rule({ who: 'lake-dev/one' }), 'html')).exitCode).toBe(2);
});

test('matrix: as data, and as one page', async () => {
  const { stdout } = await access(folder, 'matrix', '--format', 'json');
  const { principals, data, cells } = JSON.parse(stdout) as Record<string, unknown[]>;
  expect([principals?.length, data?.length, cells?.length].every((size) => (size ?? 0) > 0)).toBe(true);
  const page = join(folder, 'access.html');
  expect(await access(folder, 'matrix', '--format', 'html', '--output', page)).toMatchObject({
    exitCode: 0,
    stdout: '',
  });
  expect(readFileSync(page, 'utf8')).toContain('lake-dev/one');
  expect(await access(folder, 'matrix')).toMatchObject({ exitCode: 0 });
});

test('matrix --base: who gains and who loses against a git ref', async () => {
  const repository = temporary({ 'mdaa.yaml': platform(['one']) });
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', repository, '-c', 'user.name=t', '-c', 'user.email=t@t', ...args], {
      encoding: 'utf8',
    });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'before');
  writeFileSync(join(repository, 'mdaa.yaml'), stringify(platform(['one', 'two'])));
  const { stdout } = await access(repository, 'matrix', '--base', 'HEAD', '--json');
  const { changes } = JSON.parse(stdout) as {
    changes: { principal: string; data: string; level: string; change: string }[];
  };
  expect(
    changes.map(({ principal, data, level, change }) => [principal, data, level, change]),
  ).toContainEqual(['lake-dev/two', 's3://org-dev-lake-datalake-raw/data/', 'read', 'gains']);
  expect(changes.filter(({ principal }) => principal !== 'lake-dev/two')).toEqual([]);
});

test('names that nearly are known are suggested', async () => {
  const help = async (...args: string[]) => (await access(folder, ...args)).stderr;
  expect(await help('who-can', 's3:GetObjekt', object)).toContain('"s3:GetObject"');
  expect(await help('explain', 'lake-dev/on', 's3:GetObject', object)).toContain('"lake-dev/one"');
});

test.each<[string, readonly string[]]>([
  ['an unknown action', ['who-can', 's3:GetObjekt', object]],
  ['an unknown principal', ['explain', 'nobody', 's3:GetObject', object]],
  ['several principals', ['explain', 'lake-dev/*', 's3:GetObject', object]],
  ['unknown data', ['who-can', 's3:GetObject', 'database/none']],
  ['a key without a value', ['who-can', 's3:GetObject', object, '--with', 'x']],
  ['an unknown format', ['matrix', '--format', 'svg']],
  ['an unknown ref', ['matrix', '--base', 'no-such-ref']],
])('%s: exit code 2 and help, no stack trace', async (_name, args) => {
  const { exitCode, stdout, stderr } = await access(folder, ...args);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toMatch(/help: /);
  expect(stderr).not.toMatch(/^\s+at /m);
});
