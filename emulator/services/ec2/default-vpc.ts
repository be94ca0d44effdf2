import { AwsError } from '../../proxy/answer';
import type { MotoClient, Place } from '../../proxy/moto-client';
import { childText, elementsAt, parseXml, tagged } from '../../proxy/xml';
import { EC2_VERSION } from './inventory';

/** The default VPC of an account and region. */
export interface DefaultVpc {
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
}

/** The default VPC, if there is one. */
export async function findDefaultVpc(moto: MotoClient, place: Place): Promise<DefaultVpc | undefined> {
  const vpcs = parseXml(await ec2(moto, place, 'DescribeVpcs'));
  const vpc = elementsAt(vpcs, ['vpcSet', 'item']).find((one) => childText(one, 'isDefault') === 'true');
  if (!vpc) return undefined;
  const vpcId = childText(vpc, 'vpcId');
  return { vpcId, subnetIds: await ids(moto, place, 'DescribeSubnets', 'subnetId', 'vpc-id', vpcId) };
}

/** Deletes the default VPC with all that AWS puts into it; nothing happens where there is none. */
export async function deleteDefaultVpc(moto: MotoClient, place: Place): Promise<void> {
  const found = await findDefaultVpc(moto, place);
  if (!found) return;
  const { vpcId } = found;
  for (const SubnetId of found.subnetIds) await ec2(moto, place, 'DeleteSubnet', { SubnetId });
  const gateways = await ids(
    moto,
    place,
    'DescribeInternetGateways',
    'internetGatewayId',
    'attachment.vpc-id',
    vpcId,
  );
  for (const InternetGatewayId of gateways) {
    await ec2(moto, place, 'DetachInternetGateway', { InternetGatewayId, VpcId: vpcId });
    await ec2(moto, place, 'DeleteInternetGateway', { InternetGatewayId });
  }
  await ec2(moto, place, 'DeleteVpc', { VpcId: vpcId });
}

/** Makes a default VPC with a subnet in the first zone, as `aws ec2 create-default-vpc` does in each. */
export async function createDefaultVpc(moto: MotoClient, place: Place): Promise<DefaultVpc> {
  await ec2(moto, place, 'CreateDefaultVpc').catch((error: unknown) => {
    // moto takes the first subnet of a zone, of whichever VPC, for the zone's default one. The VPC is made by then.
    const code = error instanceof AwsError ? error.code : undefined;
    if (code !== 'DefaultSubnetAlreadyExistsInAvailabilityZone') throw error;
  });
  const made = await findDefaultVpc(moto, place);
  if (!made) throw new Error('moto made no default VPC.');
  if (made.subnetIds.length > 0) return made;
  await addDefaultSubnet(moto, place);
  return (await findDefaultVpc(moto, place)) ?? made;
}

/** Adds a subnet to the default VPC; answers its id. The third part of its addresses is free from 200 on. */
export async function addDefaultSubnet(moto: MotoClient, place: Place, third = 200): Promise<string> {
  const found = await findDefaultVpc(moto, place);
  if (!found) throw new Error(`There is no default VPC in ${place.account}, ${place.region}.`);
  const answer = await ec2(moto, place, 'CreateSubnet', {
    VpcId: found.vpcId,
    CidrBlock: `172.31.${third}.0/24`,
    AvailabilityZone: `${place.region}a`,
  });
  return tagged(answer, 'subnetId')[0] ?? '';
}

async function ids(
  moto: MotoClient,
  place: Place,
  action: string,
  element: string,
  filter: string,
  value: string,
): Promise<string[]> {
  const answer = await ec2(moto, place, action, { 'Filter.1.Name': filter, 'Filter.1.Value.1': value });
  return [...new Set(tagged(answer, element))];
}

function ec2(
  moto: MotoClient,
  place: Place,
  action: string,
  parameters: Record<string, string> = {},
): Promise<string> {
  return moto.query(place, 'ec2', EC2_VERSION, { Action: action, ...parameters });
}
