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
import {
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  DescribeSecurityGroupRulesCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import {
  CreateClassifierCommand,
  CreateConnectionCommand,
  DeleteClassifierCommand,
  DeleteConnectionCommand,
  GetClassifierCommand,
  GetConnectionCommand,
  GetResourcePolicyCommand,
  GlueClient,
  PutResourcePolicyCommand,
  UpdateClassifierCommand,
} from '@aws-sdk/client-glue';
import { startSandbox, type Sandbox } from '../../../emulator/sandbox';
import { gateway, home, sdk } from '../client';

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
afterAll(() => sandbox.stop());

test('athena-tags: what has no tags has an empty list of them', async () => {
  const athena = new AthenaClient(sdk(sandbox));
  await athena.send(new CreateWorkGroupCommand({ Name: 'plain' }));
  const ResourceARN = `arn:aws:athena:us-east-1:${sandbox.account}:workgroup/plain`;
  expect((await athena.send(new ListTagsForResourceCommand({ ResourceARN }))).Tags).toEqual([]);
});

test('athena-workgroups: one that does not exist is refused', async () => {
  const athena = new AthenaClient(sdk(sandbox));
  await athena.send(new CreateWorkGroupCommand({ Name: 'known' }));
  const get = (WorkGroup: string) => athena.send(new GetWorkGroupCommand({ WorkGroup }));
  expect((await get('known')).WorkGroup?.Name).toBe('known');
  await expect(get('unknown')).rejects.toMatchObject({ name: 'InvalidRequestException' });
});

test('glue-resource-policy: a catalog without one says so', async () => {
  const glue = new GlueClient(sdk(sandbox));
  const get = () => glue.send(new GetResourcePolicyCommand({}));
  await expect(get()).rejects.toMatchObject({ name: 'EntityNotFoundException' });
  const PolicyInJson = '{"Version":"2012-10-17","Statement":[]}';
  await glue.send(new PutResourcePolicyCommand({ PolicyInJson }));
  expect((await get()).PolicyInJson).toBe(PolicyInJson);
});

test('athena-data-catalogs: lives, with tags', async () => {
  const athena = new AthenaClient(sdk(sandbox));
  const Name = 'other';
  const get = async () => (await athena.send(new GetDataCatalogCommand({ Name }))).DataCatalog;
  const Tags = [{ Key: 'a', Value: '1' }];
  await athena.send(
    new CreateDataCatalogCommand({ Name, Type: 'GLUE', Parameters: { 'catalog-id': '1' }, Tags }),
  );
  await athena.send(new UpdateDataCatalogCommand({ Name, Type: 'GLUE', Description: 'changed' }));
  expect(await get()).toMatchObject({ Name, Description: 'changed', Parameters: { 'catalog-id': '1' } });
  const ResourceARN = `arn:aws:athena:us-east-1:${sandbox.account}:datacatalog/other`;
  expect((await athena.send(new ListTagsForResourceCommand({ ResourceARN }))).Tags).toEqual(Tags);
  await athena.send(new DeleteDataCatalogCommand({ Name }));
  await expect(get()).rejects.toThrow(/was not found/);
});

test('cloudtrail-arn: a trail answers to its ARN', async () => {
  const trail = (operation: string, body: object) => {
    const target = `com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.${operation}`;
    return gateway(sandbox).json(home(sandbox), 'cloudtrail', target, { ...body });
  };
  await sandbox.moto.get(home(sandbox), 's3', '/trail-logs', 'PUT');
  const { TrailARN } = await trail('CreateTrail', { Name: 'audit', S3BucketName: 'trail-logs' });
  await trail('StartLogging', { Name: TrailARN });
  expect(await trail('GetTrailStatus', { Name: TrailARN })).toMatchObject({ IsLogging: true });
  expect((await trail('DescribeTrails', { trailNameList: [TrailARN] }))['trailList']).toHaveLength(1);
  await trail('StopLogging', { Name: TrailARN });
  await trail('DeleteTrail', { Name: TrailARN });
  expect((await trail('DescribeTrails', {}))['trailList']).toEqual([]);
});

test('ec2-rule-descriptions: a rule that refers to a group keeps its description', async () => {
  const ec2 = new EC2Client(sdk(sandbox));
  const { GroupId = '' } = await ec2.send(
    new CreateSecurityGroupCommand({ GroupName: 'g', Description: 'd' }),
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

test('glue-classifiers: lives', async () => {
  const glue = new GlueClient(sdk(sandbox));
  const Name = 'lines';
  const get = async () => (await glue.send(new GetClassifierCommand({ Name }))).Classifier;
  await glue.send(new CreateClassifierCommand({ CsvClassifier: { Name, Delimiter: ',', Header: ['a'] } }));
  expect((await get())?.CsvClassifier).toMatchObject({ Name, Delimiter: ',', Header: ['a'] });
  await glue.send(new UpdateClassifierCommand({ CsvClassifier: { Name, Delimiter: ';' } }));
  expect((await get())?.CsvClassifier).toMatchObject({ Name, Delimiter: ';' });
  await glue.send(new DeleteClassifierCommand({ Name }));
  await expect(get()).rejects.toMatchObject({ name: 'EntityNotFoundException' });
});

test('glue-connections: lives, with type and match criteria', async () => {
  const glue = new GlueClient(sdk(sandbox));
  const Name = 'network';
  const get = async () => (await glue.send(new GetConnectionCommand({ Name }))).Connection;
  await glue.send(
    new CreateConnectionCommand({
      ConnectionInput: { Name, ConnectionType: 'NETWORK', MatchCriteria: ['x'], ConnectionProperties: {} },
    }),
  );
  expect(await get()).toMatchObject({ ConnectionType: 'NETWORK', MatchCriteria: ['x'] });
  await glue.send(new DeleteConnectionCommand({ ConnectionName: Name }));
  await expect(get()).rejects.toMatchObject({ name: 'EntityNotFoundException' });
});

test('ram-associations, ram-tags: a share is joined, left and tagged', async () => {
  const ram = async (path: string, body: object): Promise<Record<string, unknown>> =>
    JSON.parse(await gateway(sandbox).get(home(sandbox), 'ram', path, 'POST', { ...body })) as Record<
      string,
      unknown
    >;
  const tags = [{ key: 'a', value: '1' }];
  const { resourceShare } = await ram('/createresourceshare', { name: 'catalog', tags });
  const { resourceShareArn } = resourceShare as { resourceShareArn: string };
  expect((await ram('/getresourceshares', { resourceOwner: 'SELF' }))['resourceShares']).toMatchObject([
    { tags },
  ]);
  const joined = { resourceShareArn, principals: ['222222222222'] };
  const asked = { associationType: 'PRINCIPAL', resourceShareArns: [resourceShareArn] };
  const associations = async () =>
    (await ram('/getresourceshareassociations', asked))['resourceShareAssociations'];
  await ram('/associateresourceshare', joined);
  expect(await associations()).toMatchObject([{ associatedEntity: '222222222222', status: 'ASSOCIATED' }]);
  await ram('/disassociateresourceshare', joined);
  expect(await associations()).toEqual([]);
  expect(await ram('/listresourcesharepermissions', { resourceShareArn })).toEqual({ permissions: [] });
});

test('a crash in moto is an error that says so, and is not tried again', async () => {
  const crash = gateway(sandbox).json(home(sandbox), 'glue', 'AWSGlue.CreateBlueprint', { Name: 'x' });
  await expect(crash).rejects.toMatchObject({ code: 'SandboxGap', status: 400 });
});

test('nothing leaves the sandbox', async () => {
  const host = { host: 'example.com' };
  const { request } = await import('node:http');
  const status = await new Promise((resolve, reject) => {
    const { port } = new URL(sandbox.proxyUrl);
    request({ host: '127.0.0.1', port, path: 'http://example.com/', headers: host }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .once('error', reject)
      .end();
  });
  expect(status).toBe(403);
});
