import { CreateSubnetCommand, CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  AddTagsCommand,
  CreateAppCommand,
  CreateDomainCommand,
  CreateMlflowTrackingServerCommand,
  CreateSpaceCommand,
  CreateStudioLifecycleConfigCommand,
  CreateUserProfileCommand,
  DeleteAppCommand,
  DeleteDomainCommand,
  DeleteMlflowTrackingServerCommand,
  DeleteSpaceCommand,
  DeleteStudioLifecycleConfigCommand,
  DeleteTagsCommand,
  DeleteUserProfileCommand,
  DescribeDomainCommand,
  DescribeMlflowTrackingServerCommand,
  DescribeUserProfileCommand,
  ListAppsCommand,
  ListSpacesCommand,
  ListTagsCommand,
  ListUserProfilesCommand,
  SageMakerClient,
  UpdateDomainCommand,
} from '@aws-sdk/client-sagemaker';
import type { Sandbox } from '../../../../emulator/sandbox';
import { sdk } from '../../client';

/** Studio and MLflow. */
export function studioSuite(sandbox: () => Sandbox): void {
  let studio: SageMakerClient;

  let network: { VpcId: string; SubnetIds: string[] };

  beforeAll(async () => {
    studio = new SageMakerClient(sdk(sandbox()));
    const ec2 = new EC2Client(sdk(sandbox()));
    const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
    const VpcId = Vpc?.VpcId ?? '';
    const { Subnet } = await ec2.send(new CreateSubnetCommand({ VpcId, CidrBlock: '10.0.0.0/24' }));
    network = { VpcId, SubnetIds: [Subnet?.SubnetId ?? ''] };
  });

  const ExecutionRole = 'arn:aws:iam::123456789012:role/studio';

  async function makeDomain(DomainName: string, settings = {}): Promise<{ DomainId: string; arn: string }> {
    const DefaultUserSettings = { ExecutionRole, ...settings };
    const made = await studio.send(
      new CreateDomainCommand({ DomainName, AuthMode: 'IAM', DefaultUserSettings, ...network }),
    );
    return { DomainId: made.DomainId ?? '', arn: made.DomainArn ?? '' };
  }

  describe('sagemaker-domain', () => {
    test('lives: created, described, updated, deleted', async () => {
      const { DomainId } = await makeDomain('lives');
      const described = () => studio.send(new DescribeDomainCommand({ DomainId }));
      expect(await described()).toMatchObject({ DomainName: 'lives', Status: 'InService', ...network });
      await studio.send(
        new UpdateDomainCommand({
          DomainId,
          DomainSettingsForUpdate: { ExecutionRoleIdentityConfig: 'USER_PROFILE_NAME' },
        }),
      );
      expect((await described()).DomainSettings).toEqual({
        ExecutionRoleIdentityConfig: 'USER_PROFILE_NAME',
      });
      await studio.send(
        new DeleteDomainCommand({ DomainId, RetentionPolicy: { HomeEfsFileSystem: 'Delete' } }),
      );
      await expect(described()).rejects.toMatchObject({ name: 'ResourceNotFound' });
      expect(sandbox().held()).toEqual([]);
    });

    test('its home file system stays unless it is to go too', async () => {
      const { DomainId } = await makeDomain('stays');
      const { HomeEfsFileSystemId } = await studio.send(new DescribeDomainCommand({ DomainId }));
      await studio.send(new DeleteDomainCommand({ DomainId }));
      const id = `${sandbox().account}/us-east-1/${String(HomeEfsFileSystemId)}`;
      expect(sandbox().held()).toEqual([{ service: 'efs', type: 'file-system', id }]);
    });

    test('needs subnets that exist', async () => {
      network.SubnetIds.push('subnet-00000000000000000');
      await expect(makeDomain('nowhere')).rejects.toThrow(/Invalid subnets/);
      network.SubnetIds.pop();
    });
  });

  test('sagemaker-user-profile, -space, -app: a domain goes only when nobody lives there', async () => {
    const { DomainId } = await makeDomain('inhabited');
    const user = { DomainId, UserProfileName: 'ada' };
    const space = { DomainId, SpaceName: 'shared' };
    const app = { ...user, AppType: 'JupyterServer', AppName: 'default' } as const;
    await studio.send(new CreateUserProfileCommand({ ...user, UserSettings: { ExecutionRole } }));
    await studio.send(new CreateSpaceCommand(space));
    await studio.send(new CreateAppCommand(app));
    expect(await studio.send(new DescribeUserProfileCommand(user))).toMatchObject({ Status: 'InService' });
    const of = { DomainIdEquals: DomainId };
    expect((await studio.send(new ListUserProfilesCommand(of))).UserProfiles).toHaveLength(1);
    expect((await studio.send(new ListSpacesCommand(of))).Spaces).toHaveLength(1);
    expect((await studio.send(new ListAppsCommand(of))).Apps).toHaveLength(1);

    const inUse = { name: 'ResourceInUse' };
    await expect(studio.send(new DeleteUserProfileCommand(user))).rejects.toMatchObject(inUse);
    await studio.send(new DeleteAppCommand(app));
    await expect(studio.send(new DeleteDomainCommand({ DomainId }))).rejects.toMatchObject(inUse);
    await studio.send(new DeleteUserProfileCommand(user));
    await expect(studio.send(new DeleteDomainCommand({ DomainId }))).rejects.toMatchObject(inUse);
    await studio.send(new DeleteSpaceCommand(space));
    await studio.send(
      new DeleteDomainCommand({ DomainId, RetentionPolicy: { HomeEfsFileSystem: 'Delete' } }),
    );
  });

  test('a user needs a domain', async () => {
    const orphan = studio.send(new CreateUserProfileCommand({ DomainId: 'd-none', UserProfileName: 'ada' }));
    await expect(orphan).rejects.toMatchObject({ name: 'ResourceNotFound' });
  });

  test('sagemaker-lifecycle-config: named only while it exists, deleted only when not named', async () => {
    const name = { StudioLifecycleConfigName: 'start' };
    const arn = `arn:aws:sagemaker:us-east-1:${sandbox().account}:studio-lifecycle-config/start`;
    const settings = { JupyterLabAppSettings: { LifecycleConfigArns: [arn] } };
    await expect(makeDomain('scripted', settings)).rejects.toThrow(/does not exist/);
    const script = {
      ...name,
      StudioLifecycleConfigAppType: 'JupyterLab',
      StudioLifecycleConfigContent: 'eA==',
    } as const;
    expect((await studio.send(new CreateStudioLifecycleConfigCommand(script))).StudioLifecycleConfigArn).toBe(
      arn,
    );
    const { DomainId } = await makeDomain('scripted', settings);
    const remove = () => studio.send(new DeleteStudioLifecycleConfigCommand(name));
    await expect(remove()).rejects.toMatchObject({ name: 'ResourceInUse' });
    await studio.send(
      new DeleteDomainCommand({ DomainId, RetentionPolicy: { HomeEfsFileSystem: 'Delete' } }),
    );
    await remove();
  });

  test('sagemaker-mlflow: lives', async () => {
    const server = { TrackingServerName: 'runs' };
    const described = () => studio.send(new DescribeMlflowTrackingServerCommand(server));
    await studio.send(
      new CreateMlflowTrackingServerCommand({
        ...server,
        ArtifactStoreUri: 's3://b',
        RoleArn: ExecutionRole,
      }),
    );
    expect(await described()).toMatchObject({ TrackingServerStatus: 'Created', TrackingServerSize: 'Small' });
    await studio.send(new DeleteMlflowTrackingServerCommand(server));
    await expect(described()).rejects.toMatchObject({ name: 'ResourceNotFound' });
  });

  test('sagemaker-tags: tags come and go', async () => {
    const { arn } = await makeDomain('tagged');
    await studio.send(new AddTagsCommand({ ResourceArn: arn, Tags: [{ Key: 'a', Value: '1' }] }));
    await studio.send(new AddTagsCommand({ ResourceArn: arn, Tags: [{ Key: 'b', Value: '2' }] }));
    await studio.send(new DeleteTagsCommand({ ResourceArn: arn, TagKeys: ['a'] }));
    const { Tags } = await studio.send(new ListTagsCommand({ ResourceArn: arn }));
    expect(Tags).toEqual([{ Key: 'b', Value: '2' }]);
  });
}
