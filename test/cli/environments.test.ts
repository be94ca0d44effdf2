import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { terralake as run } from '../support/run';
import { temporary } from '../support/synth';
import { rootOf, whole } from '../modules/environment/record/platform';

const research = {
  name: 'Research',
  team: 'ResearchAdmin',
  resourcePrefix: 'res',
  tags: [],
  features: { awsAccess: false },
};

const finance = {
  ...whole,
  keyValueTags: [{ key: 'costcentre', value: '42' }],
  features: { subscriptions: true },
};

function platform(): string {
  return temporary({ 'mdaa.yaml': rootOf({ one: finance, two: research }) });
}

const terralake = (folder: string, ...args: string[]) => run(folder, args);

async function json(folder: string, ...args: string[]): Promise<any> {
  const { exitCode, stdout, stderr } = await terralake(folder, ...args, '--json');
  if (exitCode !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

describe('list environments', () => {
  test('all; of a team those that it owns or is invited to, with its role', async () => {
    const folder = platform();
    const of = async (...args: string[]): Promise<string[]> =>
      (await json(folder, 'list', 'environments', ...args)).map(
        ({ environment, role }: Record<string, string>) => `${environment} ${role ?? ''}`,
      );
    expect(await of()).toEqual(['one/dev/place ', 'two/dev/place ']);
    expect(await of('--team', 'FinancesAdmin')).toEqual(['one/dev/place OWNER']);
    expect(await of('--team', 'Analysts')).toEqual(['one/dev/place INVITED']);
    expect(await of('--team', 'ResearchAdmin')).toEqual(['two/dev/place OWNER']);
  });

  test('of a team that there is not, with a near miss: exit 2', async () => {
    const { exitCode, stdout, stderr } = await terralake(
      platform(),
      'list',
      'environments',
      '--team',
      'analysts',
    );
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Analysts');
  });
});

describe('show environment', () => {
  const everything = [
    'overview',
    'teams',
    'datasets',
    'mlStudio',
    'networks',
    'subscriptions',
    'tags',
    'stack',
  ];

  test('every tab, for people and as data', async () => {
    const folder = platform();
    const view = await json(folder, 'show', 'environment', 'one/dev');
    expect(Object.keys(view)).toEqual(everything);
    expect(view.overview).toMatchObject({
      environment: 'one/dev/place',
      owner: 'FinancesAdmin',
      account: '111111111111',
    });
    expect(view.teams.map(({ team, role }: any) => `${team} ${role}`)).toEqual([
      'FinancesAdmin OWNER',
      'DataScience INVITED',
      'Analysts INVITED',
    ]);
    expect(view.datasets.owned).toEqual([expect.objectContaining({ dataset: 'sales', team: 'DataScience' })]);
    expect(view.datasets.sharedWith).toEqual([
      expect.objectContaining({ share: 'to-reporting', dataset: 'one/dev/place/sales', state: 'accepted' }),
    ]);
    expect(view.networks).toEqual([expect.objectContaining({ network: 'research', vpcId: 'vpc-1' })]);
    expect(view.subscriptions).toMatchObject({ enabled: true });
    expect(view.tags.everything).toMatchObject({ costcentre: '42', Team: 'FinancesAdmin' });
    expect(view.mlStudio.rule).toContain('decided at the first apply');
    expect(view.stack).toMatchObject({ stack: 'one-dev', status: 'never applied' });
    const { stdout } = await terralake(folder, 'show', 'environment', 'one/dev/place');
    for (const word of ['Overview', 'ML Studio', 'DataScience', 'vpc-1', 'never applied'])
      expect(stdout).toContain(word);
  });

  test('its owner sees the same; an invited team no subscriptions, tags or stack', async () => {
    const folder = platform();
    const as = async (team: string) => json(folder, 'show', 'environment', 'one/dev', '--team', team);
    expect(Object.keys(await as('FinancesAdmin'))).toEqual(everything);
    const invited = await as('Analysts');
    expect(Object.keys(invited)).toEqual(everything.slice(0, 5));
    expect(invited.overview).toMatchObject({ role: 'INVITED' });
    expect(JSON.stringify(invited)).not.toContain('costcentre');
  });

  test.each([
    [['one/dev', '--team', 'ResearchAdmin']],
    [['two/dev', '--team', 'Analysts']],
    [['one/dev', '--team', 'ResearchAdmin', '--json']],
  ])('a team that is not onboarded sees nothing: %s', async (args) => {
    const { exitCode, stdout, stderr } = await terralake(platform(), 'show', 'environment', ...args);
    expect([exitCode, stdout]).toEqual([3, '']);
    expect(stderr).not.toMatch(/fin-|res-|111111111111/);
  });

  test('what the role of a team needs, for those who bring one; of a team only', async () => {
    const folder = platform();
    const policies = await json(folder, 'show', 'environment', 'one/dev', '--team', 'Analysts', '--policies');
    const [first] = Object.values(policies) as { Version: string; Statement: object[] }[];
    expect(first).toMatchObject({ Version: '2012-10-17', Statement: expect.any(Array) });
    expect(JSON.stringify(policies)).not.toContain('$$');
    const { exitCode } = await terralake(folder, 'show', 'environment', 'one/dev', '--policies');
    expect(exitCode).toBe(2);
  });

  test('a name of several, of none, and what cannot be shown: exit 2', async () => {
    const folder = platform();
    const several = await terralake(folder, 'show', 'environment', 'place');
    expect([several.exitCode, several.stdout]).toEqual([2, '']);
    expect(several.stderr).toContain('one/dev/place, two/dev/place');
    for (const args of [
      ['environment', 'finance'],
      ['module', 'one/dev'],
      ['environment', 'one/dev', '--section', 'none'],
    ])
      expect((await terralake(folder, 'show', ...args)).exitCode).toBe(2);
  });
});

describe('the state and the logs', () => {
  const state = (folder: string, resources: object[]): void => {
    mkdirSync(join(folder, 'state/acme/one'), { recursive: true });
    writeFileSync(
      join(folder, 'state/acme/one/dev.tfstate'),
      JSON.stringify({ version: 4, resources: resources.map((one) => ({ mode: 'managed', ...one })) }),
    );
  };
  const log = (folder: string, command: string, status: string, at: string, counts: string): void => {
    mkdirSync(join(folder, 'cdktf.out/logs/one-dev'), { recursive: true });
    writeFileSync(
      join(folder, `cdktf.out/logs/one-dev/${command}.log`),
      `# ${command} one-dev ${status} ${at} ${counts}\nwhat Terraform said of ${command}\n`,
    );
  };
  const resource = (type: string, name: string, attributes: object) => ({
    type,
    name,
    instances: [{ attributes }],
  });
  const domain = resource('aws_sagemaker_domain', 'place__studio__domain', {
    vpc_id: 'vpc-9',
    subnet_ids: ['subnet-9'],
  });

  test('applied, changes pending, last run failed', async () => {
    const folder = platform();
    const stack = async () => (await json(folder, 'show', 'environment', 'one/dev')).stack;
    state(folder, [domain]);
    log(folder, 'plan', 'done', '2026-01-01T10:00:00.000Z', '3 0 0');
    log(folder, 'apply', 'done', '2026-01-01T10:05:00.000Z', '3 0 0');
    expect(await stack()).toMatchObject({
      status: 'applied',
      applied: '2026-01-01T10:05:00.000Z',
      resources: 1,
    });
    log(folder, 'plan', 'done', '2026-01-02T10:00:00.000Z', '1 2 0');
    expect(await stack()).toMatchObject({ status: 'changes pending: 1 to add, 2 to change, 0 to destroy' });
    log(folder, 'plan', 'failed', '2026-01-03T10:00:00.000Z', '0 0 0');
    expect(await stack()).toMatchObject({ status: 'last run failed: plan' });
  });

  test('which rule gave Studio its VPC', async () => {
    const folder = platform();
    const studio = async () => (await json(folder, 'show', 'environment', 'one/dev')).mlStudio;
    state(folder, [domain]);
    expect(await studio()).toMatchObject({ rule: 'default', vpcId: 'vpc-9', subnetIds: ['subnet-9'] });
    state(folder, [domain, resource('aws_vpc', 'place__studio__vpc', { id: 'vpc-9' })]);
    expect(await studio()).toMatchObject({ rule: 'created', vpcId: 'vpc-9' });
    const given = temporary({
      'mdaa.yaml': rootOf({ one: { ...finance, mlStudio: { network: 'research' } } }),
    });
    expect((await json(given, 'show', 'environment', 'one/dev')).mlStudio).toMatchObject({
      rule: 'given',
      network: 'research',
      vpcId: 'vpc-1',
    });
  });

  test('logs: the last run, or the last of a command; none is a usage error', async () => {
    const folder = platform();
    expect((await terralake(folder, 'logs', 'one-dev')).exitCode).toBe(2);
    log(folder, 'plan', 'done', '2026-01-02T10:00:00.000Z', '1 0 0');
    log(folder, 'apply', 'failed', '2026-01-03T10:00:00.000Z', '1 0 0');
    expect((await terralake(folder, 'logs', 'one-dev')).stdout).toBe('what Terraform said of apply\n');
    expect((await terralake(folder, 'logs', 'one-dev', '--run', 'plan')).stdout).toBe(
      'what Terraform said of plan\n',
    );
    for (const args of [['one-dev', '--run', 'destroy'], ['one-dev', '--run', 'x'], ['../logs'], ['two-dev']])
      expect(await terralake(folder, 'logs', ...args)).toMatchObject({ exitCode: 2, stdout: '' });
  });
});

describe('credentials and console are refused before AWS is asked', () => {
  test.each([
    [3, ['two/dev', '--team', 'ResearchAdmin'], 'awsAccess'],
    [3, ['one/dev', '--team', 'ResearchAdmin'], 'onboarded to no environment'],
    [2, ['one/dev'], '--team'],
    [2, ['one/dev', '--team', 'Nobody'], 'there is no team'],
  ])('exit %s: %s', async (code, args, told) => {
    for (const command of ['credentials', 'console']) {
      const { exitCode, stdout, stderr } = await terralake(platform(), command, ...args);
      expect([exitCode, stdout]).toEqual([code, '']);
      expect(stderr).toContain(told);
    }
  });

  test.each(['2h', '61m', '3601', '10m', 'long'])('no duration of %s', async (duration) => {
    const args = ['credentials', 'one/dev', '--team', 'Analysts', '--duration', duration];
    expect((await terralake(platform(), ...args)).exitCode).toBe(2);
  });
});

test('every command tells what it is for', async () => {
  for (const command of ['show', 'logs', 'credentials', 'console', 'codeowners'])
    expect(await terralake(platform(), command, '--help')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('--config'),
    });
});

test('lock records environments, and a change of the prefix keeps their names', async () => {
  const folder = platform();
  expect(await terralake(folder, 'lock')).toMatchObject({ exitCode: 0 });
  const before = readFileSync(join(folder, 'platform.lock.yaml'), 'utf8');
  expect(before).toContain('bucket: fin-acme-dev-one-place\n');
  writeFileSync(
    join(folder, 'mdaa.yaml'),
    JSON.stringify(rootOf({ one: { ...finance, resourcePrefix: 'money' }, two: research })),
  );
  expect((await terralake(folder, 'validate')).stderr).toContain('warning TL425');
  expect(await terralake(folder, 'lock')).toMatchObject({ exitCode: 0 });
  const after = readFileSync(join(folder, 'platform.lock.yaml'), 'utf8');
  expect(after.replace(/ +- money\n/, '')).toBe(before);
});
