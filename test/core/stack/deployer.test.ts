import { resolve } from 'node:path';
import { resource, resources, synthFiles, type StackJson } from '../../support/synth';

const module_path = resolve(__dirname, '../../fixtures/modules/guests.js');
const deployRoleArn = 'arn:aws:iam::111111111111:role/ci/deploy';
const planRoleArn = 'arn:aws:iam::111111111111:role/ci/plan';
const asking = { module_path, module_config_data: { deployer: true } };

async function synth(environment: object, modules: object = { m: asking }): Promise<StackJson> {
  const { stack } = await synthFiles({
    'mdaa.yaml': {
      organization: 'test-org',
      domains: {
        d: {
          environments: { e: { account: '111111111111', region: 'eu-west-1', ...environment, modules } },
        },
      },
    },
  });
  return stack('d-e');
}

const asked = (json: StackJson) => resource(json, 'terraform_data', 'own').input as Record<string, string>;

test('a deploy role that is stated is a literal, and nobody assumes it', async () => {
  const json = await synth({ deployRoleArn });
  expect(asked(json).deployer).toBe(deployRoleArn);
  expect(Object.keys(resources(json, 'terraform_data'))).toEqual(['m__own']);
  expect(json.data).toBeUndefined();
  expect(json.variable).toBeUndefined();
  expect(json.provider?.aws?.[0]).not.toHaveProperty('assume_role');
});

test('otherwise the first one that applied is pinned, whoever plans later', async () => {
  const json = await synth({}, { m: asking, n: asking });
  expect(
    Object.values(resources(json, 'terraform_data')).map(({ input }) => input as unknown),
  ).toContainEqual({
    deployer: '${terraform_data.deployer.output}',
  });
  expect(resources(json, 'terraform_data').deployer).toMatchObject({
    input: '${data.aws_iam_session_context.current.issuer_arn}',
    lifecycle: { ignore_changes: ['input'] },
  });
  expect(json.data?.aws_iam_session_context?.current).toMatchObject({
    arn: '${data.aws_caller_identity.current.arn}',
  });
});

test('and only where somebody asks', async () => {
  const json = await synth({}, { m: { module_path } });
  expect(resources(json, 'terraform_data')).toEqual({});
  expect(json.data).toBeUndefined();
});

test('the plan role is known only where it is stated', async () => {
  expect(asked(await synth({ deployRoleArn, planRoleArn })).planner).toBe(planRoleArn);
  expect(asked(await synth({ deployRoleArn }))).not.toHaveProperty('planner');
});

test('who assumes the deploy role does so through a variable, which a plan sets to the plan role', async () => {
  const json = await synth({ deployRoleArn, planRoleArn, assumeDeployRole: true });
  expect(json.provider?.aws?.[0]?.assume_role).toEqual([{ role_arn: '${var.aws_role_arn}' }]);
  expect(json.variable?.aws_role_arn).toMatchObject({ type: 'string', default: deployRoleArn });
  expect(asked(json).deployer).toBe(deployRoleArn);
});

describe('account and region', () => {
  test('stated ones are literal, and no other account is touched', async () => {
    const json = await synth({});
    expect(json.provider?.aws?.[0]).toMatchObject({
      region: 'eu-west-1',
      allowed_account_ids: ['111111111111'],
    });
  });

  test("default ones are the caller's", async () => {
    const json = await synth({ account: 'default', region: 'default' }, { a: { module_path: 'audit' } });
    expect(json.provider?.aws?.[0]).not.toHaveProperty('region');
    expect(json.provider?.aws?.[0]).not.toHaveProperty('allowed_account_ids');
    expect(Object.keys(json.data ?? {}).sort()).toEqual([
      'aws_caller_identity',
      'aws_partition',
      'aws_region',
    ]);
  });

  test.each([
    ['cn-north-1', 'arn:aws-cn:'],
    ['us-gov-west-1', 'arn:aws-us-gov:'],
    ['eu-west-1', 'arn:aws:'],
  ])('the partition of %s', async (region, start) => {
    const json = await synth({ region }, { a: { module_path: 'audit' } });
    expect(resource(json, 'aws_kms_key').policy).toContain(`"${start}iam::111111111111:root"`);
    expect(json.data).toBeUndefined();
  });
});

describe('what all resources of a module have in common', () => {
  const lake = {
    roles: { readers: [{ id: 'AROAREADER' }] },
    accessPolicies: { all: { rule: { prefix: '/', ReadRoles: ['readers'] } } },
    buckets: {
      raw: { accessPolicies: ['all'], lakeFormationLocations: { all: { prefix: '/' } } },
    },
  };
  const roles = { generateRoles: { host: { trustedPrincipal: 'this_account' } } };
  const modules = {
    people: { module_path: 'roles', module_config_data: roles },
    lake: { module_path: 'datalake', module_config_data: lake, tag_config_data: { owner: 'the lake' } },
  };

  test('every role has the permissions boundary', async () => {
    const permissions_boundary_arn = 'arn:aws:iam::111111111111:policy/boundary';
    const made = resources(await synth({ permissions_boundary_arn }, modules), 'aws_iam_role');
    expect(Object.keys(made).sort()).toEqual(['lake__role__lake-formation', 'people__role__host']);
    expect(Object.values(made).map((role) => role.permissions_boundary as string)).toEqual([
      permissions_boundary_arn,
      permissions_boundary_arn,
    ]);
    const free = resources(await synth({}, modules), 'aws_iam_role');
    expect(Object.values(free).some((role) => 'permissions_boundary' in role)).toBe(false);
  });

  test('everything that takes tags has those of its module, and of no other', async () => {
    const json = await synth({ tag_config_data: { costs: '42' } }, modules);
    const tagged = ['aws_iam_role', 'aws_iam_policy', 'aws_kms_key', 'aws_s3_bucket', 'aws_ssm_parameter'];
    for (const type of tagged) {
      for (const [key, { tags }] of Object.entries(resources(json, type))) {
        const module_name = key.split('__')[0];
        expect([key, tags]).toEqual([
          key,
          expect.objectContaining({
            mdaa_module_name: module_name,
            mdaa_cdk_app: module_name === 'lake' ? 'datalake' : 'roles',
          }),
        ]);
        expect([key, tags.owner]).toEqual([key, module_name === 'lake' ? 'the lake' : undefined]);
      }
    }
    expect(json.provider?.aws?.[0]?.default_tags).toEqual([
      { tags: { costs: '42', mdaa_org: 'test-org', mdaa_domain: 'd', mdaa_env: 'e' } },
    ]);
  });
});
