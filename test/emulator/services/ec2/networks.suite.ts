import {
  AllocateAddressCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateNatGatewayCommand,
  CreateSecurityGroupCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  DeleteNatGatewayCommand,
  DescribeNetworkInterfacesCommand,
  DescribeSecurityGroupRulesCommand,
  EC2Client,
  ModifySecurityGroupRulesCommand,
} from '@aws-sdk/client-ec2';
import { inventoryAt } from '../../../../emulator/inventory';
import type { Sandbox } from '../../../../emulator/sandbox';
import {
  addDefaultSubnet,
  createDefaultVpc,
  deleteDefaultVpc,
  findDefaultVpc,
} from '../../../../emulator/services/ec2/default-vpc';
import { home, sdk } from '../../client';

/** Networks. */
export function ec2Suite(sandbox: () => Sandbox): void {
  let ec2: EC2Client;
  beforeAll(() => {
    ec2 = new EC2Client(sdk(sandbox()));
  });

  test('ec2-nat-interfaces: a NAT gateway takes its interface with it', async () => {
    const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
    const { Subnet } = await ec2.send(
      new CreateSubnetCommand({ VpcId: Vpc?.VpcId, CidrBlock: '10.0.0.0/24' }),
    );
    const { AllocationId } = await ec2.send(new AllocateAddressCommand({ Domain: 'vpc' }));
    const interfaces = async () =>
      (await ec2.send(new DescribeNetworkInterfacesCommand({}))).NetworkInterfaces ?? [];
    const listed = async () =>
      (await inventoryAt(sandbox(), home(sandbox()))).filter(({ type }) => type === 'nat gateway');
    const { NatGateway } = await ec2.send(
      new CreateNatGatewayCommand({ SubnetId: Subnet?.SubnetId, AllocationId }),
    );
    expect(await interfaces()).toHaveLength(1);
    expect(await listed()).toHaveLength(1);
    await ec2.send(new DeleteNatGatewayCommand({ NatGatewayId: NatGateway?.NatGatewayId }));
    expect(await interfaces()).toEqual([]);
    expect(await listed()).toEqual([]);
  });

  test('ec2-rule-ports: a rule about all protocols is changed without ports', async () => {
    const { GroupId = '' } = await ec2.send(
      new CreateSecurityGroupCommand({ GroupName: 'g', Description: 'd' }),
    );
    const UserIdGroupPairs = [{ GroupId, Description: 'before' }];
    await ec2.send(
      new AuthorizeSecurityGroupIngressCommand({
        GroupId,
        IpPermissions: [{ IpProtocol: '-1', UserIdGroupPairs }],
      }),
    );
    const rule = async () =>
      (await ec2.send(new DescribeSecurityGroupRulesCommand({}))).SecurityGroupRules?.find(
        (one) => one.GroupId === GroupId && !one.IsEgress,
      );
    const SecurityGroupRuleId = (await rule())?.SecurityGroupRuleId;
    const SecurityGroupRule = { IpProtocol: '-1', ReferencedGroupId: GroupId, Description: 'after' };
    await ec2.send(
      new ModifySecurityGroupRulesCommand({
        GroupId,
        SecurityGroupRules: [{ SecurityGroupRuleId, SecurityGroupRule }],
      }),
    );
    expect(await rule()).toMatchObject({ SecurityGroupRuleId, Description: 'after' });
  });

  test('ec2-rule-descriptions: a rule that refers to a group keeps its description', async () => {
    const { GroupId = '' } = await ec2.send(
      new CreateSecurityGroupCommand({ GroupName: 'h', Description: 'd' }),
    );
    const UserIdGroupPairs = [{ GroupId, Description: 'itself & <others>' }];
    await ec2.send(
      new AuthorizeSecurityGroupIngressCommand({
        GroupId,
        IpPermissions: [{ IpProtocol: 'tcp', FromPort: 1, ToPort: 2, UserIdGroupPairs }],
      }),
    );
    const { SecurityGroupRules = [] } = await ec2.send(new DescribeSecurityGroupRulesCommand({}));
    const rule = SecurityGroupRules.find((one) => one.GroupId === GroupId && one.IsEgress === false);
    expect(rule?.Description).toBe('itself & <others>');
  });

  const other = { account: '222222222222', region: 'us-east-1' };

  test('the default VPC goes, comes, and gets one more subnet', async () => {
    const { moto } = sandbox();
    expect((await findDefaultVpc(moto, other))?.subnetIds.length).toBeGreaterThan(0);
    await deleteDefaultVpc(moto, other);
    expect(await findDefaultVpc(moto, other)).toBeUndefined();
    await deleteDefaultVpc(moto, other);
    const made = await createDefaultVpc(moto, other);
    expect(made.subnetIds.length).toBeGreaterThan(0);
    const subnet = await addDefaultSubnet(moto, other);
    expect((await findDefaultVpc(moto, other))?.subnetIds).toEqual(
      expect.arrayContaining([...made.subnetIds, subnet]),
    );
    expect((await findDefaultVpc(moto, home(sandbox())))?.vpcId).not.toBe(made.vpcId);
  });
}
