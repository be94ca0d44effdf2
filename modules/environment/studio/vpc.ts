import {
  DefaultSecurityGroup,
  Eip,
  InternetGateway,
  NatGateway,
  Route,
  RouteTable,
  RouteTableAssociation,
  Subnet,
  Vpc,
} from '../../../core/provider/aws';
import type { ModuleScope } from '../../../core/module/scope';
import type { Choice } from './choice';
import { MadeOnly, zoneIndex } from './made-only';

/** As of data.all: the same in every environment, so two of them cannot be peered. */
const range = '10.10.0.0/16';
const anywhere = '0.0.0.0/0';

/** A VPC that Studio has for itself: expressions of Terraform, without `${` and `}`. */
export interface MadeVpc {
  readonly vpcId: string;
  /** The private subnets: a list. */
  readonly subnetIds: string;
}

/**
 * The VPC for where the account has no default one: in each zone a private subnet for Studio, and a public one with
 * the NAT gateway through which it reaches the internet.
 */
export function madeVpc(scope: ModuleScope, choice: Choice, name: string): MadeVpc {
  const only = new MadeOnly(scope, choice);
  const vpc = only.one(Vpc, ['studio', 'vpc'], {
    cidrBlock: range,
    enableDnsHostnames: true,
    enableDnsSupport: true,
    tags: { Name: name },
  });
  const vpcId = `\${${vpc.own}.id}`;
  // Without rules: what names no group of its own reaches nothing.
  only.one(DefaultSecurityGroup, ['studio', 'vpc'], { vpcId, tags: { Name: name } });
  const internet = only.one(InternetGateway, ['studio', 'vpc'], { vpcId, tags: { Name: name } });

  const gateways = publicSubnets(only, choice, { vpcId, name, gatewayId: `\${${internet.own}.id}` });
  const tags = { Name: `${name}-private-\${each.key}` };
  const subnet = only.perZone(Subnet, ['studio', 'private'], {
    vpcId,
    availabilityZone: '${each.key}',
    cidrBlock: `\${cidrsubnet("${range}", 8, ${zoneIndex(choice)} + 3)}`,
    tags,
  });
  const table = only.perZone(RouteTable, ['studio', 'private'], { vpcId, tags });
  const routeTableId = `\${${table.own}.id}`;
  only.perZone(Route, ['studio', 'private'], {
    routeTableId,
    destinationCidrBlock: anywhere,
    natGatewayId: `\${${gateways}.id}`,
  });
  only.perZone(RouteTableAssociation, ['studio', 'private'], {
    routeTableId,
    subnetId: `\${${subnet.own}.id}`,
  });
  return {
    vpcId: `${vpc.own}.id`,
    subnetIds: `tolist([for zone in ${choice.zones} : ${subnet.all}[zone].id])`,
  };
}

/** The public subnets; returns how the expressions of a zone's resource refer to its NAT gateway. */
function publicSubnets(
  only: MadeOnly,
  choice: Choice,
  { vpcId, name, gatewayId }: { readonly vpcId: string; readonly name: string; readonly gatewayId: string },
): string {
  const key = ['studio', 'public'];
  const tags = { Name: `${name}-public-\${each.key}` };
  const subnet = only.perZone(Subnet, key, {
    vpcId,
    availabilityZone: '${each.key}',
    cidrBlock: `\${cidrsubnet("${range}", 8, ${zoneIndex(choice)})}`,
    // Only NAT gateways stand here, which have addresses of their own.
    mapPublicIpOnLaunch: false,
    tags,
  });
  const subnetId = `\${${subnet.own}.id}`;
  const table = only.one(RouteTable, key, { vpcId, tags: { Name: `${name}-public` } });
  const routeTableId = `\${${table.own}.id}`;
  const { made } = only.one(Route, key, { routeTableId, destinationCidrBlock: anywhere, gatewayId });
  only.perZone(RouteTableAssociation, key, { routeTableId, subnetId });
  const address = only.perZone(Eip, key, { domain: 'vpc', tags });
  const gateway = only.perZone(NatGateway, key, {
    allocationId: `\${${address.own}.id}`,
    subnetId,
    // Its address is of use only with a way to the internet.
    dependsOn: [made],
    tags,
  });
  return gateway.own;
}
