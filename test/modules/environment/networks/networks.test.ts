import { resource, resources, synthModule } from '../../../support/synth';
import { findings } from '../findings';
import { least, withTeams } from '../setting';

const research = { vpcId: 'vpc-0abc', privateSubnetIds: ['subnet-0a'], team: 'DataScience' };
const invited = { DataScience: { permissions: ['CREATE_NETWORK'] } };

test('nothing is made of a network, and each of its subnets is looked up', async () => {
  const off = { features: { mlStudio: false } };
  const network = { ...research, publicSubnetIds: ['subnet-0b', 'subnet-0a'] };
  const config = { ...least, ...off, teams: invited, networks: { research: network } };
  const { json } = await synthModule('environment', config, withTeams);
  const without = await synthModule('environment', { ...least, ...off, teams: invited }, withTeams);
  expect(json.resource).toEqual(without.json.resource);
  expect(Object.values(json.data?.aws_subnet ?? {})).toEqual([
    expect.objectContaining({
      id: 'subnet-0a',
      lifecycle: { postcondition: [expect.objectContaining({ condition: '${self.vpc_id == "vpc-0abc"}' })] },
    }),
    expect.objectContaining({ id: 'subnet-0b' }),
  ]);
});

test.each([
  ['a team of nobody', { networks: { research: { ...research, team: 'Nobody' } } }, 'TL308 team: Nobody'],
  ['a team that is not invited', { networks: { research } }, 'TL308 team: DataScience'],
  [
    'a team without the permission',
    { networks: { research }, teams: { DataScience: { permissions: ['CREATE_DATASET'] } } },
    'TL420 team: DataScience',
  ],
  [
    'a VPC twice',
    { networks: { research, again: { ...research, vpcId: 'vpc-0abc' } }, teams: invited },
    'TL423 vpcId: vpc-0abc',
  ],
])('%s is refused', async (_what, config, found) => {
  expect(await findings(config)).toEqual([`error ${found}`]);
});

test('the owner needs no invitation', async () => {
  expect(await findings({ networks: { research: { ...research, team: 'FinancesAdmin' } } })).toEqual([]);
});

test('a network may stand for a VPC of Studio', async () => {
  const config = { ...least, teams: invited, networks: { research }, mlStudio: { network: 'research' } };
  const { json } = await synthModule('environment', config, withTeams);
  expect(resource(json, 'terraform_data', 'test-module__studio__vpc').input).toEqual({
    type: 'imported',
    vpc_id: 'vpc-0abc',
    subnet_ids: ['subnet-0a'],
    zones: [],
  });
  expect(resources(json, 'aws_vpc')).toEqual({});
});
