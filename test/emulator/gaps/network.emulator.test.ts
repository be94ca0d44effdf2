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
import { inventory } from '../../../emulator/inventory';
import { startSandbox, type Sandbox } from '../../../emulator/sandbox';
import { sdk } from '../client';

let sandbox: Sandbox;
let ec2: EC2Client;
beforeAll(async () => {
  sandbox = await startSandbox();
  ec2 = new EC2Client(sdk(sandbox));
});
afterAll(() => sandbox.stop());

test('ec2-nat-interfaces: a NAT gateway takes its interface with it', async () => {
  const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
  const { Subnet } = await ec2.send(new CreateSubnetCommand({ VpcId: Vpc?.VpcId, CidrBlock: '10.0.0.0/24' }));
  const { AllocationId } = await ec2.send(new AllocateAddressCommand({ Domain: 'vpc' }));
  const interfaces = async () =>
    (await ec2.send(new DescribeNetworkInterfacesCommand({}))).NetworkInterfaces ?? [];
  const listed = async () => (await inventory(sandbox)).filter(({ type }) => type === 'nat gateway');
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
