import type { Holding } from '../../proxy/gap';
import type { MotoClient, Place } from '../../proxy/moto-client';
import { childText, elementsAt, parseXml, type XmlElement } from '../../proxy/xml';
import { regional, type Lister } from '../service';

/** The version of EC2's API that moto and AWS answer. */
export const EC2_VERSION = '2016-11-15';

interface Listing {
  readonly type: string;
  readonly action: string;
  readonly set: string;
  readonly id: string;
  /** True for what every region, VPC or group has by itself, and for what is gone. */
  readonly isDefault?: (item: XmlElement) => boolean;
}

/** Of gateways and endpoints AWS tells for an hour that they are gone. */
const isDeleted = (item: XmlElement) => childText(item, 'state') === 'deleted';

const isTrue = (name: string) => (item: XmlElement) => childText(item, name) === 'true';

const LISTINGS: readonly Listing[] = [
  { type: 'vpc', action: 'DescribeVpcs', set: 'vpcSet', id: 'vpcId', isDefault: isTrue('isDefault') },
  {
    type: 'subnet',
    action: 'DescribeSubnets',
    set: 'subnetSet',
    id: 'subnetId',
    isDefault: isTrue('defaultForAz'),
  },
  {
    type: 'security group',
    action: 'DescribeSecurityGroups',
    set: 'securityGroupInfo',
    id: 'groupId',
    isDefault: (item) => childText(item, 'groupName') === 'default',
  },
  {
    type: 'route table',
    action: 'DescribeRouteTables',
    set: 'routeTableSet',
    id: 'routeTableId',
    isDefault: (item) => elementsAt(item, ['main']).some(({ text }) => text === 'true'),
  },
  {
    type: 'network acl',
    action: 'DescribeNetworkAcls',
    set: 'networkAclSet',
    id: 'networkAclId',
    isDefault: isTrue('default'),
  },
  {
    type: 'internet gateway',
    action: 'DescribeInternetGateways',
    set: 'internetGatewaySet',
    id: 'internetGatewayId',
  },
  {
    type: 'nat gateway',
    action: 'DescribeNatGateways',
    set: 'natGatewaySet',
    id: 'natGatewayId',
    isDefault: isDeleted,
  },
  { type: 'address', action: 'DescribeAddresses', set: 'addressesSet', id: 'allocationId' },
  {
    type: 'endpoint',
    action: 'DescribeVpcEndpoints',
    set: 'vpcEndpointSet',
    id: 'vpcEndpointId',
    isDefault: isDeleted,
  },
  {
    type: 'network interface',
    action: 'DescribeNetworkInterfaces',
    set: 'networkInterfaceSet',
    id: 'networkInterfaceId',
  },
  { type: 'instance', action: 'DescribeInstances', set: 'instancesSet', id: 'instanceId' },
  { type: 'flow log', action: 'DescribeFlowLogs', set: 'flowLogSet', id: 'flowLogId' },
];

/** Networks, without the default ones that moto makes as soon as a region is looked at. */
export const listEc2: Lister = async (moto, place) => {
  const found: Holding[] = [];
  for (const listing of LISTINGS) {
    for (const item of await items(moto, place, listing.action, listing.set)) {
      if (listing.isDefault?.(item)) continue;
      found.push({ service: 'ec2', type: listing.type, id: regional(place, childText(item, listing.id)) });
    }
  }
  return [...found, ...(await rules(moto, place, found))];
};

async function rules(moto: MotoClient, place: Place, found: readonly Holding[]): Promise<Holding[]> {
  const groups = new Set(found.filter(({ type }) => type === 'security group').map(({ id }) => id));
  return (await items(moto, place, 'DescribeSecurityGroupRules', 'securityGroupRuleSet'))
    .filter((rule) => groups.has(regional(place, childText(rule, 'groupId'))))
    .map((rule) => ({
      service: 'ec2',
      type: 'security group rule',
      id: regional(place, childText(rule, 'securityGroupRuleId')),
    }));
}

async function items(moto: MotoClient, place: Place, Action: string, set: string): Promise<XmlElement[]> {
  return elementsAt(parseXml(await moto.query(place, 'ec2', EC2_VERSION, { Action })), [set, 'item']);
}
