import {
  AthenaClient,
  CreateDataCatalogCommand,
  CreateWorkGroupCommand,
  DeleteDataCatalogCommand,
  GetDataCatalogCommand,
  GetWorkGroupCommand,
  ListTagsForResourceCommand,
  UpdateDataCatalogCommand,
} from '@aws-sdk/client-athena';
import type { Json } from '../../../../emulator/proxy/request';
import type { Sandbox } from '../../../../emulator/sandbox';
import { operations, sdk } from '../../client';

/** Tags, workgroups and data catalogs. */
export function athenaSuite(sandbox: () => Sandbox): void {
  test('athena-tags: what has no tags has an empty list of them', async () => {
    const athena = new AthenaClient(sdk(sandbox()));
    await athena.send(new CreateWorkGroupCommand({ Name: 'plain' }));
    const ResourceARN = `arn:aws:athena:us-east-1:${sandbox().account}:workgroup/plain`;
    expect((await athena.send(new ListTagsForResourceCommand({ ResourceARN }))).Tags).toEqual([]);
  });

  test('athena-workgroups: one that does not exist is refused', async () => {
    const athena = new AthenaClient(sdk(sandbox()));
    await athena.send(new CreateWorkGroupCommand({ Name: 'known' }));
    const get = (WorkGroup: string) => athena.send(new GetWorkGroupCommand({ WorkGroup }));
    expect((await get('known')).WorkGroup?.Name).toBe('known');
    await expect(get('unknown')).rejects.toMatchObject({ name: 'InvalidRequestException' });
  });

  const call = operations(sandbox, 'athena', 'AmazonAthena');

  test('athena-workgroups: one is changed, part by part', async () => {
    const WorkGroup = 'team';
    const ResultConfiguration = { OutputLocation: 's3://b/before/', ExpectedBucketOwner: '1' };
    await call('CreateWorkGroup', {
      Name: WorkGroup,
      Configuration: { ResultConfiguration, BytesScannedCutoffPerQuery: 10000000 },
    });
    await call('UpdateWorkGroup', {
      WorkGroup,
      Description: 'new',
      ConfigurationUpdates: {
        RemoveBytesScannedCutoffPerQuery: true,
        ResultConfigurationUpdates: { OutputLocation: 's3://b/after/', RemoveExpectedBucketOwner: true },
      },
    });
    const { Description, Configuration } = (await call('GetWorkGroup', { WorkGroup }))['WorkGroup'] as Json;
    expect(Description).toBe('new');
    expect((Configuration as Json)['ResultConfiguration']).toEqual({ OutputLocation: 's3://b/after/' });
    expect(Configuration).not.toHaveProperty('BytesScannedCutoffPerQuery');
    await expect(call('UpdateWorkGroup', { WorkGroup: 'none' })).rejects.toMatchObject({
      code: 'InvalidRequestException',
    });
  });

  test('athena-data-catalogs: lives, with tags', async () => {
    const athena = new AthenaClient(sdk(sandbox()));
    const Name = 'other';
    const get = async () => (await athena.send(new GetDataCatalogCommand({ Name }))).DataCatalog;
    const Tags = [{ Key: 'a', Value: '1' }];
    await athena.send(
      new CreateDataCatalogCommand({ Name, Type: 'GLUE', Parameters: { 'catalog-id': '1' }, Tags }),
    );
    await athena.send(new UpdateDataCatalogCommand({ Name, Type: 'GLUE', Description: 'changed' }));
    expect(await get()).toMatchObject({ Name, Description: 'changed', Parameters: { 'catalog-id': '1' } });
    const ResourceARN = `arn:aws:athena:us-east-1:${sandbox().account}:datacatalog/other`;
    expect((await athena.send(new ListTagsForResourceCommand({ ResourceARN }))).Tags).toEqual(Tags);
    await athena.send(new DeleteDataCatalogCommand({ Name }));
    await expect(get()).rejects.toThrow(/was not found/);
  });
}
