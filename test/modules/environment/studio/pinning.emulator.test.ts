import {
  addDefaultSubnet,
  createDefaultVpc,
  deleteDefaultVpc,
  findDefaultVpc,
} from '../../../../emulator/services/ec2/default-vpc';
import type { Run } from '../../../emulator/terraform';
import { studioStack, type StudioStack } from './stack';

const MINUTES = 60_000;
const place = { account: '111111111111', region: 'eu-west-1' };

let stack: StudioStack;
beforeEach(async () => {
  stack = await studioStack();
}, MINUTES);
afterEach(() => stack.stop());

async function worked(run: Promise<Run>): Promise<string> {
  const { code, output } = await run;
  if (code !== 0) throw new Error(output);
  return output;
}

const apply = () => worked(stack.run('apply', '-auto-approve'));
/** Fails where there is anything to change. */
const nothingToChange = () => worked(stack.run('plan', '-detailed-exitcode'));

test(
  'the default VPC with all its subnets: neither another subnet nor its end changes the plan',
  async () => {
    const { moto } = stack.sandbox;
    const found = await findDefaultVpc(moto, place);
    await stack.configure({ studioUsers: { 'analyst-1': { team: 'FinancesAdmin' } } });
    await apply();
    const domain = stack.inState('aws_sagemaker_domain');
    expect(domain.vpc_id).toBe(found?.vpcId);
    expect([...(domain.subnet_ids as string[])].sort()).toEqual([...(found?.subnetIds ?? [])].sort());
    await addDefaultSubnet(moto, place);
    await nothingToChange();
    await deleteDefaultVpc(moto, place);
    await nothingToChange();
  },
  5 * MINUTES,
);

test(
  'without a default VPC one is made, and stays when a default one appears',
  async () => {
    const { moto } = stack.sandbox;
    await deleteDefaultVpc(moto, place);
    await stack.configure({});
    await apply();
    const vpc = stack.inState('aws_vpc');
    const domain = stack.inState('aws_sagemaker_domain');
    expect(vpc.cidr_block).toBe('10.10.0.0/16');
    expect(domain.vpc_id).toBe(vpc.id);
    expect(domain.subnet_ids).toHaveLength(3);
    await createDefaultVpc(moto, place);
    await nothingToChange();
  },
  5 * MINUTES,
);

test(
  'a given VPC with subnets of it, and none of another VPC',
  async () => {
    const found = await findDefaultVpc(stack.sandbox.moto, place);
    const [subnet = ''] = found?.subnetIds ?? [];
    const given = (vpcId?: string) => stack.configure({ mlStudio: { vpcId, subnetIds: [subnet] } });
    await given('vpc-0abc');
    expect(await stack.run('plan')).toMatchObject({
      code: 1,
      output: expect.stringContaining('is not in vpc-0abc'),
    });
    await given(found?.vpcId);
    await apply();
    expect(stack.inState('aws_sagemaker_domain').subnet_ids).toEqual([subnet]);
    const other = found?.subnetIds[1] ?? '';
    await stack.configure({ mlStudio: { vpcId: found?.vpcId, subnetIds: [other] } });
    expect(await stack.run('plan')).toMatchObject({
      code: 1,
      output: expect.stringContaining('a domain cannot move'),
    });
    // Left out later, the choice stays as it was made.
    await stack.configure({});
    expect(await worked(stack.run('plan'))).not.toMatch(
      /# (aws_sagemaker|aws_vpc|aws_subnet|terraform_data)/,
    );
  },
  5 * MINUTES,
);
