import { resolve } from 'node:path';
import { resource, resources, synthFiles, type StackJson } from '../../support/synth';

const module_path = resolve(__dirname, '../../fixtures/modules/guests.js');
const place = { account: '111111111111', region: 'eu-west-1' };
const arn = 'arn:aws:iam::111111111111:role/team/visitor';

const producer = {
  module_path: 'roles',
  module_config_data: {
    createPersonaManagedPolicies: false,
    generateRoles: { host: { trustedPrincipal: 'this_account' } },
  },
};

interface Guest {
  readonly role: Record<string, unknown>;
  readonly asked?: readonly string[];
  readonly attach?: boolean;
}

interface Setting {
  readonly environment?: object;
  readonly elsewhere?: boolean;
}

const asking = (guests: Record<string, Guest>) => ({ module_path, module_config_data: { guests } });

/** An environment `d/e` with the modules, and perhaps one more of domain `p` that makes the role `host`. */
async function synth(modules: object, { environment = {}, elsewhere = false }: Setting = {}) {
  const made = { environments: { e: { ...place, modules: { roles: producer } } } };
  return synthFiles({
    'mdaa.yaml': {
      organization: 'test-org',
      domains: {
        d: { environments: { e: { ...place, ...environment, modules } } },
        ...(elsewhere && { p: made }),
      },
    },
  });
}

/** What becomes of one reference: the facets, and the stack around them. */
async function known(
  role: Record<string, unknown>,
  { asked = ['id', 'arn', 'name'], ...setting }: Setting & { readonly asked?: readonly string[] } = {},
): Promise<{ readonly input: Record<string, string>; readonly json: StackJson }> {
  const { stack } = await synth({ m: asking({ one: { role, asked } }) }, setting);
  const json = stack('d-e');
  return { input: resource(json, 'terraform_data', 'one').input as Record<string, string>, json };
}

const codes = async (guests: Record<string, Guest>) =>
  synth({ m: asking(guests) }).then(
    () => [],
    (error: { diagnostics: { code: string }[] }) => error.diagnostics.map(({ code }) => code),
  );

const lookUps = (json: StackJson) =>
  Object.entries(json.data?.aws_iam_role ?? {}).map(([key, { name }]) => [key, name as string]);

describe('a generated role', () => {
  const made = '${aws_iam_role.roles__role__host';
  const attributes = { id: `${made}.unique_id}`, arn: `${made}.arn}`, name: `${made}.name}` };

  test.each([
    { id: 'generated-role-id:host' },
    { arn: 'generated-role-arn:host' },
    { id: 'ssm:/test-org/d/generated-role/host/id' },
    { arn: 'ssm:/test-org/d/roles/role/host/arn' },
    { name: 'ssm:/test-org/d/roles/role/host/name' },
  ])('of the same stack, by %j, is the resource itself, whichever module comes first', async (role) => {
    const m = asking({ one: { role, asked: ['id', 'arn', 'name'] } });
    for (const modules of [
      { roles: producer, m },
      { m, roles: producer },
    ]) {
      const json = (await synth(modules)).stack('d-e');
      expect(resource(json, 'terraform_data', 'one').input).toEqual(attributes);
      expect(json.data).toBeUndefined();
    }
  });

  test('of another stack is found by the parameters beside the one that is named', async () => {
    const role = { id: 'ssm:/test-org/p/generated-role/host/id' };
    const { input, json } = await known(role, { elsewhere: true });
    const parameter = 'data.aws_ssm_parameter.link__test-org__p__generated-role__host';
    expect(input).toEqual({
      id: `\${${parameter}__id.insecure_value}`,
      arn: `\${${parameter}__arn.insecure_value}`,
      name: `\${element(split("/", ${parameter}__arn.insecure_value), -1)}`,
    });
    expect(lookUps(json)).toEqual([]);
  });

  test('only what is asked is looked up', async () => {
    const role = { id: 'ssm:/test-org/p/generated-role/host/id' };
    const { json } = await known(role, { elsewhere: true, asked: ['id'] });
    expect(Object.keys(json.data?.aws_ssm_parameter ?? {})).toEqual([
      'link__test-org__p__generated-role__host__id',
    ]);
  });
});

describe('a role that exists', () => {
  test('by its ARN: the name is the last part, the id is looked up', async () => {
    const { input, json } = await known({ arn });
    expect(input).toEqual({ id: '${data.aws_iam_role.link__role__visitor.unique_id}', arn, name: 'visitor' });
    expect(lookUps(json)).toEqual([['link__role__visitor', 'visitor']]);
  });

  test('by its name: id and ARN are looked up, once', async () => {
    const { input, json } = await known({ name: 'visitor' });
    expect(input).toEqual({
      id: '${data.aws_iam_role.link__role__visitor.unique_id}',
      arn: '${data.aws_iam_role.link__role__visitor.arn}',
      name: 'visitor',
    });
    expect(lookUps(json)).toEqual([['link__role__visitor', 'visitor']]);
  });

  test.each([{ arn }, { name: 'visitor' }, { id: 'AROAVISITOR', arn, name: 'visitor' }])(
    'what %j says is not looked up',
    async (role) => {
      const { input, json } = await known(role, { asked: Object.keys(role) });
      expect(input).toEqual(role);
      expect(json.data).toBeUndefined();
    },
  );

  test('by a parameter that holds its ARN', async () => {
    const { input, json } = await known({ arn: 'ssm:/guests/visitor/arn' });
    const value = 'data.aws_ssm_parameter.link__guests__visitor__arn.insecure_value';
    expect(input).toMatchObject({ arn: `\${${value}}`, name: `\${element(split("/", ${value}), -1)}` });
    expect(lookUps(json)).toEqual([
      ['link__role__guests-visitor-arn', `\${element(split("/", ${value}), -1)}`],
    ]);
  });

  test('parameters that differ stand for roles that differ', async () => {
    const { stack } = await synth({
      m: asking({
        a: { role: { arn: 'ssm:/guests/a/arn' }, asked: ['id'] },
        b: { role: { arn: 'ssm:/guests/b/arn' }, asked: ['id'] },
      }),
    });
    expect(lookUps(stack('d-e'))).toHaveLength(2);
  });

  test('by its id alone: whoever needs more is told so', async () => {
    const role = { id: 'AROAVISITOR' };
    expect((await known(role, { asked: ['id'] })).input).toEqual(role);
    expect(await codes({ one: { role, asked: ['arn'] } })).toEqual(['TL307']);
    expect(await codes({ one: { role, asked: ['name'] } })).toEqual(['TL307']);
    expect(await codes({ one: { role, attach: true } })).toEqual(['TL307']);
  });
});

describe('a role of another account', () => {
  const foreign = 'arn:aws:iam::222222222222:role/visitor';

  test('is never taken for the role of that name in the own account', async () => {
    for (const facet of ['id', 'name']) {
      expect(await codes({ one: { role: { arn: foreign }, asked: [facet] } })).toEqual(['TL410']);
    }
    expect(await codes({ one: { role: { arn: foreign }, attach: true } })).toEqual(['TL410']);
  });

  test('made by this platform is known by its parameters there; policies are not attached to it', async () => {
    const role = { id: 'ssm:/test-org/p/generated-role/host/id' };
    const setting = {
      elsewhere: true,
      environment: { account: '222222222222', deployRoleArn: 'arn:aws:iam::{{account}}:role/deploy' },
    };
    const { json } = await known(role, { asked: ['id', 'arn'], ...setting });
    expect(
      Object.values(json.data?.aws_ssm_parameter ?? {}).map(({ provider }) => provider as string),
    ).toEqual(['aws.account_111111111111_eu-west-1', 'aws.account_111111111111_eu-west-1']);
    for (const guest of [
      { role, asked: ['name'] },
      { role, attach: true },
    ]) {
      await expect(synth({ m: asking({ one: guest }) }, setting)).rejects.toMatchObject({
        // At the line of the reference itself.
        diagnostics: expect.arrayContaining([
          expect.objectContaining({
            severity: 'error',
            code: 'TL410',
            place: expect.objectContaining({ file: 'mdaa.yaml', column: 19 }),
          }),
        ]),
      });
    }
  });

  test('is what the reference says, and no policy is attached to an immutable one', async () => {
    const role = { arn: foreign, id: 'AROAFOREIGN', immutable: true };
    const { stack } = await synth({ m: asking({ one: { role, asked: ['id', 'arn'], attach: true } }) });
    expect(resource(stack('d-e'), 'terraform_data', 'one').input).toEqual({
      arn: foreign,
      id: 'AROAFOREIGN',
    });
    expect(resources(stack('d-e'), 'aws_iam_role_policy_attachment')).toEqual({});
  });
});

describe('a permission set', () => {
  const role = { name: 'Analysts', sso: true };

  test('is the one role that Identity Center makes of it', async () => {
    const { input, json } = await known(role);
    const found = resourceOf(json, 'aws_iam_roles');
    expect(found).toMatchObject({
      name_regex: '^AWSReservedSSO_Analysts_[0-9a-zA-Z]{16}$',
      path_prefix: '/aws-reserved/sso.amazonaws.com/',
      lifecycle: { postcondition: [{ condition: '${length(self.arns) == 1}' }] },
    });
    expect(input.id).toBe('${data.aws_iam_role.link__role__sso-Analysts.unique_id}');
    expect(input.arn).toMatch(
      /^\$\{one\(tolist\(data\.aws_iam_roles\.link__roles__sso-Analysts\.arns\)\)\}$/,
    );
    expect(lookUps(json)).toEqual([['link__role__sso-Analysts', input.name]]);
  });

  test('is another one than the role of the same name', async () => {
    const { stack } = await synth({
      m: asking({ a: { role, asked: ['id'] }, b: { role: { name: 'Analysts' }, asked: ['id'] } }),
    });
    const asked = (key: string) => resource(stack('d-e'), 'terraform_data', key).input as { id: string };
    expect(asked('a').id).not.toBe(asked('b').id);
  });
});

describe('policies', () => {
  test.each([
    [{ name: 'visitor' }, ['visitor']],
    [{ arn }, ['visitor']],
    [{ name: 'visitor', immutable: true }, []],
    [{ name: 'Analysts', sso: true }, []],
  ])('%j', async (role, expected) => {
    const { stack } = await synth({ m: asking({ one: { role, attach: true } }) });
    const attached = Object.values(resources(stack('d-e'), 'aws_iam_role_policy_attachment'));
    expect(attached.map((attachment) => attachment.role as string)).toEqual(expected);
    expect(stack('d-e').data).toBeUndefined();
  });
});

describe("the CDK's execution role", () => {
  const name = 'cdk-hnb659fds-cfn-exec-role-111111111111-eu-west-1';
  const deployRoleArn = 'arn:aws:iam::111111111111:role/ci/deploy';

  test.each([{ name }, { arn: `arn:aws:iam::111111111111:role/${name}` }])(
    'by %j is the deploying identity',
    async (role) => {
      const { input, json } = await known(role, { environment: { deployRoleArn } });
      expect(input).toMatchObject({ arn: deployRoleArn, name: 'deploy' });
      expect(lookUps(json).map(([, wanted]) => wanted)).toEqual(['deploy']);
    },
  );

  test('or the one that applied first', async () => {
    const { input } = await known({ name });
    expect(input).toMatchObject({
      arn: '${terraform_data.deployer.output}',
      name: '${element(split("/", terraform_data.deployer.output), -1)}',
    });
  });
});

describe('several references', () => {
  test('of several modules to one role share its look-up', async () => {
    const guests = { one: { role: { name: 'visitor' }, asked: ['id'] } };
    const { stack } = await synth({ m: asking(guests), n: asking(guests) });
    expect(lookUps(stack('d-e'))).toEqual([['link__role__visitor', 'visitor']]);
  });

  test('that would share an address are refused', async () => {
    const other = 'arn:aws:iam::111111111111:role/visitor';
    expect(
      await codes({ a: { role: { arn }, asked: ['id'] }, b: { role: { arn: other }, asked: ['id'] } }),
    ).toEqual(['TL503']);
  });

  test('to roles of one name in two accounts are two roles', async () => {
    const foreign = { arn: 'arn:aws:iam::222222222222:role/visitor' };
    const { stack } = await synth({
      m: asking({ a: { role: { arn }, asked: ['arn', 'key'] }, b: { role: foreign, asked: ['arn', 'key'] } }),
    });
    const asked = (key: string) => resource(stack('d-e'), 'terraform_data', key).input as object;
    expect(asked('a')).toEqual({ arn, key: 'visitor' });
    expect(asked('b')).toEqual({ ...foreign, key: '222222222222-visitor' });
  });
});

function resourceOf(json: StackJson, type: string): unknown {
  return Object.values(json.data?.[type] ?? {})[0];
}
