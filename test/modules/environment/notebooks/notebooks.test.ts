import { built, declared } from '../../../support/declared';
import { resource, resources, statement, synthModule } from '../../../support/synth';
import { findings } from '../findings';
import { least, withTeams } from '../setting';

const team = 'DataScience';
const teams = { DataScience: { permissions: ['CREATE_NOTEBOOK', 'CREATE_NETWORK'] } };
const research = { vpcId: 'vpc-0abc', privateSubnetIds: ['subnet-0a', 'subnet-0b'], team };
const networks = { research };

const synth = (churn: object) =>
  synthModule('environment', { ...least, teams, networks, notebooks: { churn } }, withTeams);

test('in a network: its first private subnet, no direct internet, HTTPS from the VPC only', async () => {
  const { json, platform } = await synth({ team, network: 'research' });
  expect(resource(json, 'aws_sagemaker_notebook_instance', 'churn')).toMatchObject({
    name: 'fin-test-org-test-env-test-domain-test-module-churn',
    role_arn: '${aws_iam_role.test-module__role__datascience.arn}',
    subnet_id: '${data.aws_subnet.test-module__notebook__churn.id}',
    direct_internet_access: 'Disabled',
    root_access: 'Disabled',
    instance_type: 'ml.t3.medium',
    volume_size: 32,
    instance_metadata_service_configuration: { minimum_instance_metadata_service_version: '2' },
    lifecycle: { prevent_destroy: true },
    tags: expect.objectContaining({ Team: team, Target: 'SagemakerNotebook_churn' }),
  });
  expect(json.data?.aws_subnet?.['test-module__notebook__churn']).toMatchObject({
    id: 'subnet-0a',
    lifecycle: { postcondition: [expect.objectContaining({ condition: '${self.vpc_id == "vpc-0abc"}' })] },
  });
  expect(resource(json, 'aws_vpc_security_group_ingress_rule', 'churn')).toMatchObject({
    from_port: 443,
    to_port: 443,
    cidr_ipv4: '${data.aws_vpc.test-module__notebook__churn.cidr_block}',
  });
  expect(built(json)).toEqual(declared(platform.environments.flatMap(({ modules }) => modules)));
});

test('its key is for its team', async () => {
  const { json } = await synth({ team, network: 'research' });
  const key = resource(json, 'aws_kms_key', 'notebook__churn');
  expect(key.tags).toMatchObject({ Team: team });
  expect(statement(key.policy as string, 'Usage').Condition.StringLike).toEqual({
    'aws:userId': '${aws_iam_role.test-module__role__datascience.unique_id}:*',
  });
});

test('without a subnet: direct internet, said as a warning', async () => {
  const { json, platform } = await synth({ team, id: 'attrition' });
  expect(resource(json, 'aws_sagemaker_notebook_instance', 'churn')).toMatchObject({
    name: 'fin-test-org-test-env-test-domain-test-module-attrition',
    direct_internet_access: 'Enabled',
  });
  expect(Object.keys(resources(json, 'aws_security_group')).join()).not.toContain('notebook');
  expect(built(json)).toEqual(declared(platform.environments.flatMap(({ modules }) => modules)));
  expect(await findings({ teams, notebooks: { churn: { team } } })).toEqual(['warning TL423 churn:']);
});

test.each([
  ['a network of nobody', { network: 'reserch' }, 'TL423 network: reserch'],
  ['a subnet of no network', { network: 'research', subnetId: 'subnet-0c' }, 'TL423 subnetId: subnet-0c'],
  ['a network and a VPC', { network: 'research', vpcId: 'vpc-0abc' }, 'TL208 vpcId: vpc-0abc'],
  ['a VPC without a subnet', { vpcId: 'vpc-0def' }, 'TL208 vpcId: vpc-0def'],
  ['a network of public subnets only', { network: 'open' }, 'TL423 network: open'],
])('%s is refused', async (_what, churn, found) => {
  const open = { vpcId: 'vpc-0fed', publicSubnetIds: ['subnet-0d'], team };
  const config = { teams, networks: { ...networks, open }, notebooks: { churn: { team, ...churn } } };
  expect(await findings(config)).toEqual([`error ${found}`]);
});

test('a team without the permission, and a feature that is off, are refused', async () => {
  const churn = { team, network: 'research' };
  expect(
    await findings({
      teams: { DataScience: { permissions: ['CREATE_NETWORK'] } },
      networks,
      notebooks: { churn },
    }),
  ).toEqual(['error TL420 team: DataScience']);
  const off = { features: { notebooks: false } };
  expect(await findings({ ...off, networks, teams, notebooks: { churn } })).toContain('error TL423 churn:');
});
