import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { resource, resources, synthFiles, type StackJson } from '../../support/synth';

const fixture = (name: string): string => resolve(__dirname, `../../fixtures/modules/${name}.js`);
const one = '111111111111';
const two = '222222222222';
const three = '333333333333';
const deployRoleArn = 'arn:{{partition}}:iam::{{account}}:role/deploy';
const path = '/test-org/made/producer/note/a';
const producer = {
  module_path: fixture('notes'),
  module_config_data: { publishes: true, notes: { a: { body: 'x' } } },
};
const consumer = {
  module_path: fixture('notes'),
  module_config_data: { notes: { b: { body: `ssm:${path}` } } },
};

interface Env {
  readonly modules: object;
  readonly [key: string]: unknown;
}

/** A platform of one environment `dev` for each domain; all in account one and eu-west-1 unless they say otherwise. */
async function synth(environments: Readonly<Record<string, Env>>, root: object = {}) {
  const domains = Object.fromEntries(
    Object.entries(environments).map(([name, dev]) => [name, { environments: { dev } }]),
  );
  return synthFiles({
    'mdaa.yaml': { organization: 'test-org', account: one, region: 'eu-west-1', ...root, domains },
  });
}

const aliases = (json: StackJson) =>
  Object.fromEntries(
    (json.provider?.aws ?? []).flatMap((block) => (block.alias ? [[block.alias, block]] : [])),
  );

const codesOf = (failed: Promise<unknown>) =>
  failed.then(
    () => [],
    (error: { diagnostics: { severity: string; code: string; place?: { line: number } }[] }) =>
      error.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code),
  );

describe('a provider for another account or region', () => {
  const travels = (to: object[], more: object = {}, tells = false) => ({
    travels: { module_path: fixture('travels'), module_config_data: { to, tells }, ...more },
  });

  test("the module's own account and region are the stack's own provider", async () => {
    const modules = travels([{}, { account: one }, { account: one, region: 'eu-west-1' }]);
    const json = (await synth({ a: { modules } })).stack('a-dev');
    expect(aliases(json)).toEqual({});
    for (const { provider } of Object.values(resources(json, 'aws_cloudwatch_log_group')))
      expect(provider).toBe('aws');
  });

  test('another region has the credentials, the account and the tags of the stack', async () => {
    const modules = travels([{ region: 'us-west-2' }], { additional_stacks: [{ region: 'us-west-2' }] });
    const assumed = { deployRoleArn, assumeDeployRole: true, deployRoleExternalId: 'x.y' };
    const json = (await synth({ a: { modules, tag_config_data: { cost: '1' }, ...assumed } })).stack('a-dev');
    const [own] = json.provider?.aws ?? [];
    expect(own?.assume_role).toEqual([{ external_id: 'x.y', role_arn: '${var.aws_role_arn}' }]);
    expect(aliases(json)).toEqual({
      'region_us-west-2': { ...own, alias: 'region_us-west-2', region: 'us-west-2' },
    });
    expect(own?.default_tags[0].tags.cost).toBe('1');
    expect(resource(json, 'aws_cloudwatch_log_group').provider).toBe('aws.region_us-west-2');
    expect(Object.keys(json.variable ?? {})).toEqual(['aws_role_arn']);
  });

  test('another account is worked in by its own deploy role, where the platform has one', async () => {
    const modules = travels([{ account: two }], { additional_accounts: [two] });
    const other = 'arn:aws:iam::222222222222:role/own/deploy';
    const { stack } = await synth({
      a: { modules, deployRoleArn, deployRoleExternalId: 'of-one' },
      b: { modules: { producer }, account: two, deployRoleArn: other, deployRoleExternalId: 'of-two' },
    });
    const json = stack('a-dev');
    expect(json.provider?.aws?.[0]).not.toHaveProperty('assume_role');
    expect(aliases(json)['account_222222222222_eu-west-1']).toMatchObject({
      region: 'eu-west-1',
      allowed_account_ids: [two],
      default_tags: [{ tags: { mdaa_org: 'test-org', mdaa_domain: 'a', mdaa_env: 'dev' } }],
      assume_role: [{ role_arn: '${var.aws_role_arn_222222222222}', external_id: 'of-two' }],
    });
    expect(json.variable?.aws_role_arn_222222222222).toMatchObject({ type: 'string', default: other });
  });

  test('otherwise by the deploy role of the environment, written for every account', async () => {
    const to = { account: three, region: 'eu-central-1' };
    const modules = travels([to, { account: three }], { additional_stacks: [to, { account: three }] });
    const role = 'arn:{{partition}}:iam::{{account}}:role/{{region}}/deploy';
    const json = (await synth({ a: { modules, deployRoleArn: role } })).stack('a-dev');
    expect(Object.keys(aliases(json))).toEqual([
      'account_333333333333_eu-central-1',
      'account_333333333333_eu-west-1',
    ]);
    expect(json.variable).toEqual({
      aws_role_arn_333333333333: expect.objectContaining({
        default: 'arn:aws:iam::333333333333:role/eu-west-1/deploy',
      }),
    });
  });

  test('settings of another account are not waited for', async () => {
    const owner = {
      module_path: fixture('notes'),
      module_config_data: { owns: true, notes: { s: { body: 'x' } } },
    };
    const modules = { owner, ...travels([{ account: two }, {}], { additional_accounts: [two] }) };
    const json = (await synth({ a: { modules, deployRoleArn } })).stack('a-dev');
    expect(resource(json, 'aws_cloudwatch_log_group', '222222222222__here')).not.toHaveProperty('depends_on');
    expect(resource(json, 'aws_cloudwatch_log_group', 'here__here').depends_on).toBeDefined();
  });

  test('what a module declares it reaches needs no permission in the root file', async () => {
    const modules = travels([{ account: two }], {}, true);
    const json = (await synth({ a: { modules, deployRoleArn } })).stack('a-dev');
    expect(Object.keys(aliases(json))).toEqual(['account_222222222222_eu-west-1']);
  });

  test.each([
    ['an account that nothing names', { modules: travels([{ account: two }]), deployRoleArn }, 'TL410'],
    [
      'a region of an additional account that is not named',
      {
        modules: travels([{ account: two, region: 'us-east-1' }], { additional_accounts: [two] }),
        deployRoleArn,
      },
      'TL410',
    ],
    ['an account without a role', { modules: travels([], { additional_accounts: [two] }) }, 'TL410'],
    [
      'an account that is declared, without a role',
      { modules: travels([{ account: two }], {}, true) },
      'TL410',
    ],
    [
      'an account without a role of its own, where the own one is written for one account only',
      {
        modules: travels([], { additional_accounts: [two] }),
        deployRoleArn: `arn:aws:iam::${one}:role/deploy`,
      },
      'TL410',
    ],
    [
      'a region of another partition',
      { modules: travels([], { additional_stacks: [{ region: 'cn-north-1' }] }), deployRoleArn },
      'TL413',
    ],
  ])('refused: %s', async (_what, environment, code) => {
    expect(await codesOf(synth({ a: environment }))).toEqual([code]);
  });
});

describe('a parameter that is published elsewhere', () => {
  test('is read in the account and region of who publishes it, after them', async () => {
    const { stack, stacks, diagnostics } = await synth(
      {
        reads: { modules: { consumer } },
        made: { modules: { producer }, account: two, region: 'us-west-2' },
      },
      { deployRoleArn },
    );
    expect(stacks).toEqual([
      { id: 'made-dev', dependencies: [] },
      { id: 'reads-dev', dependencies: ['made-dev'] },
    ]);
    const json = stack('reads-dev');
    expect(Object.values(json.data?.aws_ssm_parameter ?? {})).toEqual([
      expect.objectContaining({ name: path, provider: 'aws.account_222222222222_us-west-2' }),
    ]);
    expect(diagnostics.filter(({ code }) => code === 'TL410').map(({ severity }) => severity)).toEqual([
      'note',
    ]);
  });

  test('in another region of the account no role is needed', async () => {
    const { stack } = await synth({
      reads: { modules: { consumer } },
      made: { modules: { producer }, region: 'us-west-2' },
    });
    expect(Object.values(stack('reads-dev').data?.aws_ssm_parameter ?? {})[0]?.provider).toBe(
      'aws.region_us-west-2',
    );
  });

  test('the own account and region come first', async () => {
    const files = (made: object) => ({
      'mdaa.yaml': {
        organization: 'test-org',
        account: one,
        region: 'eu-west-1',
        deployRoleArn,
        domains: made,
      },
    });
    const { stack } = await synthFiles(
      files({
        made: {
          environments: {
            dev: { modules: { producer } },
            prod: { modules: { producer }, account: two },
          },
        },
        reads: { environments: { dev: { modules: { consumer } } } },
      }),
    );
    expect(Object.values(stack('reads-dev').data?.aws_ssm_parameter ?? {})[0]).not.toHaveProperty('provider');
    const elsewhere = files({
      made: {
        environments: { dev: { modules: { producer } }, prod: { modules: { producer }, account: two } },
      },
      reads: { environments: { dev: { modules: { consumer }, account: three } } },
    });
    await expect(synthFiles(elsewhere)).rejects.toMatchObject({
      diagnostics: expect.arrayContaining([
        expect.objectContaining({
          code: 'TL410',
          message: expect.stringMatching(
            /made\/dev \(111111111111\/eu-west-1\) and made\/prod \(222222222222\/eu-west-1\)/,
          ),
        }),
      ]),
    });
  });

  test('in a circle across accounts is a circle', async () => {
    const back = {
      module_path: fixture('notes'),
      module_config_data: { publishes: true, notes: { a: { body: 'ssm:/test-org/reads/both/note/b' } } },
    };
    const both = {
      module_path: fixture('notes'),
      module_config_data: { publishes: true, notes: { b: { body: `ssm:${path}` } } },
    };
    const circle = synth(
      { reads: { modules: { both } }, made: { modules: { producer: back }, account: two } },
      { deployRoleArn },
    );
    expect(await codesOf(circle)).toEqual(['TL309']);
  });

  test('by an account that is not stated, it cannot be read', async () => {
    const unknown = synth(
      { reads: { modules: { consumer } }, made: { modules: { producer }, account: 'default' } },
      {},
    );
    expect(await codesOf(unknown)).toEqual(['TL410']);
  });
});

test('the move of one environment to another region changes no other stack', async () => {
  const move = async (region: string) => {
    const { folder } = await synth(
      {
        moves: { modules: { lake: { module_path: 'audit' } }, region },
        stays: { modules: { producer, lake: { module_path: 'audit' } }, account: two },
        made: { modules: { producer }, region: 'us-east-1' },
        reads: { modules: { consumer }, account: three },
      },
      { deployRoleArn },
    );
    return (id: string): string => readFileSync(join(folder, 'cdktf.out/stacks', id, 'cdk.tf.json'), 'utf8');
  };
  const [before, after] = [await move('eu-west-1'), await move('us-west-2')];
  for (const id of ['stays-dev', 'made-dev', 'reads-dev']) expect(after(id)).toBe(before(id));
  expect(after('moves-dev')).not.toBe(before('moves-dev'));
});
