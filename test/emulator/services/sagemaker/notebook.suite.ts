import { CreateSubnetCommand, CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  CreateNotebookInstanceCommand,
  DeleteNotebookInstanceCommand,
  DescribeNotebookInstanceCommand,
  ListNotebookInstancesCommand,
  ListTagsCommand,
  SageMakerClient,
  StartNotebookInstanceCommand,
  StopNotebookInstanceCommand,
  UpdateNotebookInstanceCommand,
} from '@aws-sdk/client-sagemaker';
import type { Sandbox } from '../../../../emulator/sandbox';
import { makeRole, sdk } from '../../client';

/** Notebook instances. */
export function notebookSuite(sandbox: () => Sandbox): void {
  test('sagemaker-notebook: lives, and is changed and deleted only while it stands still', async () => {
    const studio = new SageMakerClient(sdk(sandbox()));
    const ec2 = new EC2Client(sdk(sandbox()));
    const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
    const { Subnet } = await ec2.send(
      new CreateSubnetCommand({ VpcId: Vpc?.VpcId, CidrBlock: '10.0.0.0/24' }),
    );
    const one = { NotebookInstanceName: 'Churn' };
    const asked = {
      ...one,
      InstanceType: 'ml.t3.medium' as const,
      RoleArn: await makeRole(sandbox(), 'notebook', {}),
      SubnetId: Subnet?.SubnetId,
      KmsKeyId: 'key',
      Tags: [{ Key: 'Team', Value: 'DataScience' }],
    };
    const create = (change: object) =>
      studio.send(new CreateNotebookInstanceCommand({ ...asked, ...change }));
    await expect(create({ SubnetId: 'subnet-00000000000000000' })).rejects.toThrow(/Invalid subnets/);
    await expect(create({ RoleArn: `${asked.RoleArn}-none` })).rejects.toThrow(/Could not assume role/);
    const { NotebookInstanceArn } = await create({});
    expect(NotebookInstanceArn).toMatch(/:notebook-instance\/churn$/);
    const described = () => studio.send(new DescribeNotebookInstanceCommand(one));
    expect(await described()).toMatchObject({
      NotebookInstanceStatus: 'InService',
      KmsKeyId: 'key',
      SubnetId: asked.SubnetId,
    });
    expect((await studio.send(new ListTagsCommand({ ResourceArn: NotebookInstanceArn }))).Tags).toEqual(
      asked.Tags,
    );
    const change = () =>
      studio.send(new UpdateNotebookInstanceCommand({ ...one, InstanceType: 'ml.t3.large' }));
    const remove = () => studio.send(new DeleteNotebookInstanceCommand(one));
    await expect(change()).rejects.toThrow(/Unable to transition/);
    await expect(remove()).rejects.toThrow(/Unable to transition/);
    await studio.send(new StopNotebookInstanceCommand(one));
    await change();
    await studio.send(new StartNotebookInstanceCommand(one));
    expect(await described()).toMatchObject({
      NotebookInstanceStatus: 'InService',
      InstanceType: 'ml.t3.large',
    });
    expect((await studio.send(new ListNotebookInstancesCommand({}))).NotebookInstances).toHaveLength(1);
    await studio.send(new StopNotebookInstanceCommand(one));
    await remove();
    await expect(described()).rejects.toThrow('RecordNotFound');
    expect(sandbox().held()).toEqual([]);
  });
}
