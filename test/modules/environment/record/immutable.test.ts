import { ledger, rootOf, whole } from './platform';

const other = 'arn:aws:iam::111111111111:role/other';
const sales = whole.datasets.sales;
const reporting = whole.consumptionRoles.reporting;

test.each<[string, object, string]>([
  ['the team', { team: 'ResearchAdmin' }, '"team": "ResearchAdmin",'],
  ['the role', { iamRole: 'another' }, '"iamRole": "another",'],
  ['the id', { id: 'money' }, '"id": "money"'],
  ['Studio', { mlStudio: { vpcId: 'vpc-1', subnetIds: ['subnet-1'] } }, '"mlStudio": {'],
  [
    "an invited team's role",
    { teams: { DataScience: {}, Analysts: { iamRole: other } } },
    `"iamRole": "${other}"`,
  ],
  ["a dataset's team", { datasets: { sales: { ...sales, team: 'Analysts' } } }, '"team": "Analysts",'],
  ["a dataset's id", { datasets: { sales: { ...sales, id: 'sold' } } }, '"id": "sold"'],
  [
    "a dataset's bucket",
    { datasets: { sales: { ...sales, import: { bucketName: 'there-already' } } } },
    '"bucketName": "there-already"',
  ],
  [
    'a consumption role',
    { consumptionRoles: { reporting: { ...reporting, roleArn: other } } },
    `"roleArn": "${other}",`,
  ],
])('%s may not change: an error at its line, with both values', (_, change, line) => {
  const { load, lock } = ledger();
  lock(rootOf({ one: whole }));
  const { platform, found } = load(rootOf({ one: { ...whole, ...change } }));
  expect(platform).toBeUndefined();
  expect(found).toEqual([`error TL425 ${line}`]);
});

test.each([
  ['account', { account: '333333333333' }, /111111111111 and is 333333333333/],
  ['region', { region: 'eu-central-1' }, /eu-west-1 and is eu-central-1/],
])('neither may the %s', (_, target, both) => {
  const { load, lock } = ledger();
  const config = { ...whole, consumptionRoles: {}, shares: {}, datasets: {} };
  lock(rootOf({ one: config }));
  const { found, message } = load(rootOf({ one: config }, target));
  expect(found).toEqual(['error TL425 "place": {']);
  expect(message[0]).toMatch(both);
});

describe('the choice of a place for Studio', () => {
  const given = { ...whole, mlStudio: { vpcId: 'vpc-1', subnetIds: ['subnet-1', 'subnet-2'] } };
  const changed = (before: object, now: object) => {
    const { load, lock } = ledger();
    lock(rootOf({ one: before }));
    return load(rootOf({ one: now })).found;
  };

  test('may list subnets in another order, and may not be withdrawn', () => {
    const turned = { vpcId: 'vpc-1', subnetIds: ['subnet-2', 'subnet-1'] };
    expect(changed(given, { ...given, mlStudio: turned })).toEqual([]);
    expect(changed(given, whole)).toHaveLength(1);
  });

  test('of a network: it may get more subnets, and no other VPC', () => {
    const network = { ...whole, mlStudio: { network: 'research' } };
    const research = (keys: object) => ({ networks: { research: { ...whole.networks.research, ...keys } } });
    const subnets = research({ privateSubnetIds: ['subnet-1', 'subnet-3'] });
    expect(changed(network, { ...network, ...subnets })).toEqual([]);
    expect(changed(network, { ...network, ...research({ vpcId: 'vpc-2' }) })).toHaveLength(1);
  });

  test('is not made before there is a Studio', () => {
    const none = { ...whole, features: { mlStudio: false }, studioUsers: {} };
    expect(changed(none, given)).toEqual([]);
  });
});

test('what the document calls editable may change', () => {
  const { load, lock } = ledger();
  lock(rootOf({ one: whole }));
  const edited = {
    ...whole,
    name: 'Money',
    description: 'of all kinds',
    tags: ['money'],
    keyValueTags: [{ key: 'costcentre', value: '42' }],
    features: { notebooks: true, mlStudio: true, pipelines: true },
    teams: {
      ...whole.teams,
      DataScience: {
        permissions: ['CREATE_DATASET', 'CREATE_NOTEBOOK', 'CREATE_NETWORK', 'CREATE_SGMSTUDIO_USER'],
      },
    },
  };
  expect(load(rootOf({ one: edited })).found).toEqual([]);
});

test('an environment that the lock does not know is compared with nothing', () => {
  const { load, lock } = ledger();
  lock(rootOf({ one: whole }));
  const { shares: _, ...two } = { ...whole, consumptionRoles: {}, team: 'ResearchAdmin' };
  expect(load(rootOf({ one: whole, two })).found).toEqual([]);
});
