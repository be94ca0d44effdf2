import { CreateSubnetCommand, CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import type { ClientSettings } from './clients';

/**
 * Makes the network that a platform asks for: a VPC and a subnet, given to every key of the root file's context
 * that holds the id of one. Answers the overrides of the context.
 */
export async function createNetwork(
  rootFile: string,
  settings: ClientSettings,
): Promise<Readonly<Record<string, string>>> {
  const ec2 = new EC2Client({ ...settings });
  const vpc = (await ec2.send(new CreateVpcCommand({ CidrBlock: '10.77.0.0/16' }))).Vpc?.VpcId ?? '';
  const subnet =
    (await ec2.send(new CreateSubnetCommand({ VpcId: vpc, CidrBlock: '10.77.1.0/24' }))).Subnet?.SubnetId ??
    '';
  const { context = {} } = parse(readFileSync(rootFile, 'utf8')) as { context?: Record<string, unknown> };
  const override = (value: unknown): string | undefined => {
    if (typeof value !== 'string') return undefined;
    if (value.startsWith('vpc-')) return vpc;
    return value.startsWith('subnet-') ? subnet : undefined;
  };
  return Object.fromEntries(
    Object.entries(context).flatMap(([key, value]) => {
      const replaced = override(value);
      return replaced === undefined ? [] : [[key, replaced]];
    }),
  );
}
