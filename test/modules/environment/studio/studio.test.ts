import { built, declared } from '../../../support/declared';
import { resource, resources, statement, synthModule, type StackJson } from '../../../support/synth';
import { findings } from '../findings';
import { least, withTeams } from '../setting';

const synth = (config: object = {}) => synthModule('environment', { ...least, ...config }, withTeams);

const decision = (json: StackJson) => resource(json, 'terraform_data', 'test-module__studio__vpc');

test('the domain is in the VPC only, encrypted, and kept with its homes', async () => {
  const { json } = await synth();
  expect(resource(json, 'aws_sagemaker_domain')).toMatchObject({
    domain_name: 'fin-test-org-test-env-test-domain-test-module',
    auth_mode: 'IAM',
    app_network_access_type: 'VpcOnly',
    kms_key_id: '${aws_kms_key.test-module__studio.key_id}',
    retention_policy: { home_efs_file_system: 'Retain' },
    lifecycle: { prevent_destroy: true },
    default_user_settings: { sharing_settings: { notebook_output_option: 'Disabled' } },
  });
});

test('the role of the domain may do nothing: users work with the roles of their teams', async () => {
  const { json, platform } = await synth({ studioUsers: { 'analyst-1': { team: 'FinancesAdmin' } } });
  const domainRole = 'aws_iam_role.test-module__studio__domain';
  const given = ['aws_iam_role_policy', 'aws_iam_role_policy_attachment'].flatMap((type) =>
    Object.values(resources(json, type)).map(({ role }) => role as string),
  );
  expect(given.filter((role) => role.includes(domainRole))).toEqual([]);
  expect(resource(json, 'aws_sagemaker_user_profile', 'studio-user__analyst-1')).toMatchObject({
    user_profile_name: 'fin-test-org-test-env-test-domain-test-module-analyst-1',
    user_settings: { execution_role: '${aws_iam_role.test-module__role__financesadmin.arn}' },
    tags: expect.objectContaining({ Team: 'FinancesAdmin', Target: 'SagemakerStudioUser_analyst-1' }),
  });
  expect(built(json)).toEqual(declared(platform.environments.flatMap(({ modules }) => modules)));
});

test('the key is for those who may have Studio users, and only through services of Studio', async () => {
  const teams = {
    DataScience: { permissions: ['CREATE_SGMSTUDIO_USER'] },
    Analysts: { permissions: ['RUN_ATHENA_QUERY'] },
  };
  const { json } = await synth({ teams });
  const key = resource(json, 'aws_kms_key', 'test-module__studio').policy as string;
  for (const sid of ['Studio', 'StudioGrants']) {
    const { Condition } = statement(key, sid);
    const ids = ['studio__domain', 'role__financesadmin', 'role__datascience'].map(
      (role) => `\${aws_iam_role.test-module__${role}.unique_id}:*`,
    );
    expect(Condition.StringLike).toEqual({ 'aws:userId': ids });
    expect(Condition.StringEquals['kms:ViaService']).toContain('elasticfilesystem.eu-west-1.amazonaws.com');
  }
});

test('where it stands is decided once', async () => {
  const { json } = await synth();
  expect(decision(json).lifecycle).toEqual({ ignore_changes: ['input'] });
  const { vpc_id: vpcId, subnet_ids: subnetIds } = resource(json, 'aws_sagemaker_domain') as {
    vpc_id: string;
    subnet_ids: string;
  };
  // The output is not known in the plan that makes it, and look-ups would be asked again.
  for (const text of [vpcId, subnetIds]) expect(text).not.toMatch(/\.output|[{ ]data\./);
  expect(resource(json, 'aws_ssm_parameter', 'studio__vpc-type').value).toBe(
    '${terraform_data.test-module__studio__vpc.input.type}',
  );
});

test('a given VPC is looked up nowhere else, and no other one can be made', async () => {
  const { json, platform } = await synth({
    mlStudio: { vpcId: 'vpc-0abc', subnetIds: ['subnet-0b', 'subnet-0a'] },
  });
  expect(decision(json).input).toEqual({
    type: 'imported',
    vpc_id: 'vpc-0abc',
    subnet_ids: ['subnet-0a', 'subnet-0b'],
    zones: [],
  });
  expect(Object.keys(json.data ?? {}).filter((type) => /vpc|zones|subnets/.test(type))).toEqual([]);
  for (const type of ['aws_vpc', 'aws_subnet', 'aws_flow_log']) expect(resources(json, type)).toEqual({});
  expect(Object.values(json.data?.aws_subnet ?? {}).map(({ lifecycle }) => lifecycle)).toEqual(
    ['a', 'b'].map(() => ({
      postcondition: [expect.objectContaining({ condition: '${self.vpc_id == "vpc-0abc"}' })],
    })),
  );
  expect(built(json)).toEqual(declared(platform.environments.flatMap(({ modules }) => modules)));
});

test('switched off there is nothing of it', async () => {
  const { json, platform } = await synth({ features: { mlStudio: false } });
  const all = Object.values({ ...json.resource, ...json.data }).flatMap((blocks) => Object.keys(blocks));
  expect(all.filter((key) => key.includes('studio'))).toEqual([]);
  expect(built(json)).toEqual(declared(platform.environments.flatMap(({ modules }) => modules)));
});

test('its flow log is encrypted with the key of the environment', async () => {
  const { json } = await synth();
  const group = resource(json, 'aws_cloudwatch_log_group');
  expect(group).toMatchObject({ kms_key_id: '${aws_kms_key.test-module__key.arn}', retention_in_days: 731 });
  const writer = resource(json, 'aws_iam_role_policy', 'flow-log');
  expect(writer.role).toBe(resource(json, 'aws_iam_role', 'studio__flow-log').name);
  const arn = `arn:aws:logs:eu-west-1:111111111111:log-group:${group.name as string}`;
  expect(statement(writer.policy as string, 'WriteFlowLog').Resource).toEqual([arn, `${arn}:*`]);
  const key = resource(json, 'aws_kms_key', 'test-module__key').policy as string;
  expect(statement(key, 'LogGroups').Condition.ArnLike).toEqual({
    'kms:EncryptionContext:aws:logs:arn': arn,
  });
});

const off = { features: { mlStudio: false } };
const analyst = { team: 'DataScience' };
const teams = { DataScience: {} };

test.each([
  [
    'a VPC without the feature',
    { ...off, mlStudio: { vpcId: 'vpc-0a', subnetIds: ['subnet-0a'] } },
    'TL208 mlStudio:',
  ],
  [
    'users without the feature',
    { ...off, teams: {}, studioUsers: { a: { team: 'FinancesAdmin' } } },
    'TL423 a:',
  ],
  ['a network of nobody', { mlStudio: { network: 'research' } }, 'TL423 network: research'],
  ['a team that is not invited', { studioUsers: { a: analyst } }, 'TL308 team: DataScience'],
  [
    'a team without the permission',
    { teams: { DataScience: { permissions: ['CREATE_DATASET'] } }, studioUsers: { a: analyst } },
    'TL420 team: DataScience',
  ],
  ['one name for two users', { teams, studioUsers: { 'a-b': analyst, a_b: { ...analyst } } }, 'TL502 a_b:'],
  [
    'a network without subnets',
    { networks: { n: { vpcId: 'vpc-0a', team: 'FinancesAdmin' } }, mlStudio: { network: 'n' } },
    'TL423 network: n',
  ],
])('%s is refused', async (_what, config, found) => {
  expect(await findings(config)).toEqual([`error ${found}`]);
});

test('thirty teams leave room in the policies of keys', async () => {
  const names = Array.from({ length: 30 }, (_, index) => `Team number ${String(index)}`);
  const root = {
    organization_teams: {
      ...(withTeams.root?.organization_teams as object),
      ...Object.fromEntries(names.map((name) => [name, {}])),
    },
  };
  const config = {
    ...least,
    features: { subscriptions: true },
    teams: Object.fromEntries(names.map((name) => [name, {}])),
  };
  // A document that AWS would refuse ends the synthesis.
  const { json } = await synthModule('environment', config, { root });
  const key = resource(json, 'aws_kms_key', 'test-module__studio').policy as string;
  expect(statement(key, 'Studio').Condition.StringLike['aws:userId']).toHaveLength(32);
});
