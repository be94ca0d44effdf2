import { CreateDatabaseCommand, CreateTableCommand, GlueClient } from '@aws-sdk/client-glue';
import {
  AddLFTagsToResourceCommand,
  BatchGrantPermissionsCommand,
  CreateLFTagCommand,
  DeregisterResourceCommand,
  DescribeResourceCommand,
  GetDataLakeSettingsCommand,
  GetResourceLFTagsCommand,
  GrantPermissionsCommand,
  LakeFormationClient,
  ListPermissionsCommand,
  type Permission,
  PutDataLakeSettingsCommand,
  RegisterResourceCommand,
  type Resource,
  RevokePermissionsCommand,
  UpdateResourceCommand,
} from '@aws-sdk/client-lakeformation';
import type { Sandbox } from '../../../../emulator/sandbox';
import { makeRole, sdk } from '../../client';

/** Grants, settings, locations and tags. */
export function lakeFormationSuite(sandbox: () => Sandbox): void {
  let lake: LakeFormationClient;

  let role: string;

  beforeAll(async () => {
    lake = new LakeFormationClient(sdk(sandbox()));
    role = await makeRole(sandbox(), 'reader', { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: '*' });
    const glue = new GlueClient(sdk(sandbox()));
    await glue.send(new CreateDatabaseCommand({ DatabaseInput: { Name: 'sales' } }));
    await glue.send(new CreateTableCommand({ DatabaseName: 'sales', TableInput: { Name: 'orders' } }));
  });

  function grant(Resource: Resource, Permissions: Permission[], principal = role) {
    return { Principal: { DataLakePrincipalIdentifier: principal }, Resource, Permissions };
  }

  const everything: Resource = { Table: { DatabaseName: 'sales', TableWildcard: {} } };

  const orders: Resource = { Table: { DatabaseName: 'sales', Name: 'orders' } };

  describe('lakeformation-grants', () => {
    test('a wildcard grant does not stop the listing of a table', async () => {
      await lake.send(new GrantPermissionsCommand(grant(everything, ['SELECT', 'DESCRIBE'])));
      await lake.send(new GrantPermissionsCommand(grant(orders, ['SELECT'])));
      const { PrincipalResourcePermissions } = await lake.send(
        new ListPermissionsCommand({ Resource: orders }),
      );
      expect(PrincipalResourcePermissions).toMatchObject([
        { Resource: { TableWithColumns: { Name: 'orders', ColumnWildcard: {} } }, Permissions: ['SELECT'] },
      ]);
    });

    test('what was revoked cannot be revoked again', async () => {
      const database = grant({ Database: { Name: 'sales' } }, ['DROP']);
      await lake.send(new GrantPermissionsCommand(database));
      await lake.send(new RevokePermissionsCommand(database));
      await expect(lake.send(new RevokePermissionsCommand(database))).rejects.toThrow(
        /No permissions revoked/,
      );
    });

    test.each<[string, Resource]>([
      ['a database', { Database: { Name: 'nowhere' } }],
      ['a table', { Table: { DatabaseName: 'sales', Name: 'nothing' } }],
    ])('a grant on %s that does not exist is refused', async (_what, resource) => {
      const refused = lake.send(new GrantPermissionsCommand(grant(resource, ['DESCRIBE'])));
      await expect(refused).rejects.toMatchObject({ name: 'EntityNotFoundException' });
    });

    test('a grant to a role that does not exist is refused', async () => {
      const refused = lake.send(new GrantPermissionsCommand(grant(orders, ['ALTER'], `${role}-not`)));
      await expect(refused).rejects.toThrow(/Invalid principal/);
    });

    test('a location can be granted once it, or a folder above it, is registered', async () => {
      const located = (path: string) =>
        grant({ DataLocation: { ResourceArn: `arn:aws:s3:::lake/${path}` } }, ['DATA_LOCATION_ACCESS']);
      await expect(lake.send(new GrantPermissionsCommand(located('data/sales')))).rejects.toThrow(
        /not registered/,
      );
      await lake.send(new RegisterResourceCommand({ ResourceArn: 'arn:aws:s3:::lake/data', RoleArn: role }));
      await lake.send(new GrantPermissionsCommand(located('data/sales')));
      await expect(lake.send(new GrantPermissionsCommand(located('database')))).rejects.toThrow(
        /not registered/,
      );
    });

    test('a batch tells which of its grants failed', async () => {
      const { Failures } = await lake.send(
        new BatchGrantPermissionsCommand({
          Entries: [
            { Id: 'good', ...grant(orders, ['INSERT']) },
            { Id: 'bad', ...grant({ Database: { Name: 'nowhere' } }, ['DROP']) },
          ],
        }),
      );
      expect(Failures?.map(({ RequestEntry }) => RequestEntry?.Id)).toEqual(['bad']);
    });
  });

  describe('lakeformation-settings', () => {
    test('an administrator must exist', async () => {
      const settings = { DataLakeAdmins: [{ DataLakePrincipalIdentifier: `${role}-not` }] };
      const refused = lake.send(new PutDataLakeSettingsCommand({ DataLakeSettings: settings }));
      await expect(refused).rejects.toThrow(/Invalid principal/);
    });

    test('every setting comes back', async () => {
      const settings = {
        DataLakeAdmins: [{ DataLakePrincipalIdentifier: role }],
        ReadOnlyAdmins: [{ DataLakePrincipalIdentifier: role }],
        CreateDatabaseDefaultPermissions: [],
        CreateTableDefaultPermissions: [],
        Parameters: { CROSS_ACCOUNT_VERSION: '4' },
        TrustedResourceOwners: ['222222222222'],
        AllowExternalDataFiltering: true,
        AllowFullTableExternalDataAccess: true,
        ExternalDataFilteringAllowList: [{ DataLakePrincipalIdentifier: '222222222222' }],
        AuthorizedSessionTagValueList: ['engine'],
      };
      await lake.send(new PutDataLakeSettingsCommand({ DataLakeSettings: settings }));
      const { DataLakeSettings } = await lake.send(new GetDataLakeSettingsCommand({}));
      expect(DataLakeSettings).toEqual(settings);
    });
  });

  test('lakeformation-resources: how a location is registered is kept, and can be changed', async () => {
    const ResourceArn = 'arn:aws:s3:::lake/hybrid';
    await lake.send(new RegisterResourceCommand({ ResourceArn, RoleArn: role, HybridAccessEnabled: true }));
    const described = () => lake.send(new DescribeResourceCommand({ ResourceArn }));
    expect((await described()).ResourceInfo).toMatchObject({ HybridAccessEnabled: true, RoleArn: role });
    const RoleArn = `${role}-2`;
    await lake.send(new UpdateResourceCommand({ ResourceArn, RoleArn }));
    expect((await described()).ResourceInfo).toMatchObject({ HybridAccessEnabled: false, RoleArn });
    await lake.send(new DeregisterResourceCommand({ ResourceArn }));
    await expect(described()).rejects.toMatchObject({ name: 'EntityNotFoundException' });
  });

  test('lakeformation-resource-tags: a table has none, or its own', async () => {
    const get = () => lake.send(new GetResourceLFTagsCommand({ Resource: orders }));
    expect((await get()).LFTagsOnTable).toBeUndefined();
    await lake.send(new CreateLFTagCommand({ TagKey: 'level', TagValues: ['open'] }));
    const LFTags = [{ TagKey: 'level', TagValues: ['open'] }];
    await lake.send(new AddLFTagsToResourceCommand({ Resource: orders, LFTags }));
    expect((await get()).LFTagsOnTable).toMatchObject(LFTags);
  });
}
