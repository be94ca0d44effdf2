import { startSandbox, type Sandbox } from '../../../emulator/sandbox';
import { gateway, home, makeRole } from '../client';

// What moto cannot change, or forgets, of things that it otherwise makes.
let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
afterAll(() => sandbox.stop());

type Body = Record<string, unknown>;
const json = (service: string, target: string, body: Body): Promise<Body> =>
  gateway(sandbox).json(home(sandbox), service, target, body);
const glue = (operation: string, body: Body) => json('glue', `AWSGlue.${operation}`, body);

test('glue-crawlers: one is changed, and reads through Lake Formation', async () => {
  const Name = 'sales';
  const Targets = { S3Targets: [{ Path: 's3://b/' }] };
  const LakeFormationConfiguration = { UseLakeFormationCredentials: true };
  const get = async () => (await glue('GetCrawler', { Name }))['Crawler'];
  await glue('CreateCrawler', { Name, Role: 'r', Targets, LakeFormationConfiguration });
  expect(await get()).toMatchObject({ LakeFormationConfiguration });
  await glue('UpdateCrawler', { Name, Description: 'new', Schedule: 'cron(0 1 * * ? *)' });
  expect(await get()).toMatchObject({
    Description: 'new',
    LakeFormationConfiguration,
    Schedule: { ScheduleExpression: 'cron(0 1 * * ? *)' },
  });
  await glue('DeleteCrawler', { Name });
  await glue('CreateCrawler', { Name, Role: 'r', Targets });
  expect(await get()).not.toHaveProperty('LakeFormationConfiguration');
  const unknown = glue('UpdateCrawler', { Name: 'none' });
  await expect(unknown).rejects.toMatchObject({ code: 'EntityNotFoundException' });
});

test('glue-jobs: one is changed, and has no execution class of its own', async () => {
  const Name = 'profile';
  const Command = { Name: 'glueetl', ScriptLocation: 's3://b/script.py' };
  const get = async () => (await glue('GetJob', { JobName: Name }))['Job'];
  await glue('CreateJob', { Name, Role: 'r', Command });
  expect(await get()).not.toHaveProperty('ExecutionClass');
  await glue('UpdateJob', { JobName: Name, JobUpdate: { Role: 'r', Command, Description: 'new' } });
  expect(await get()).toMatchObject({ Name, Description: 'new' });
  await expect(glue('UpdateJob', { JobName: 'none', JobUpdate: {} })).rejects.toMatchObject({
    code: 'EntityNotFoundException',
  });
});

test('athena-workgroup-updates: one is changed, part by part', async () => {
  const athena = (operation: string, body: Body) => json('athena', `AmazonAthena.${operation}`, body);
  const WorkGroup = 'team';
  const ResultConfiguration = { OutputLocation: 's3://b/before/', ExpectedBucketOwner: '1' };
  await athena('CreateWorkGroup', {
    Name: WorkGroup,
    Configuration: { ResultConfiguration, BytesScannedCutoffPerQuery: 10000000 },
  });
  await athena('UpdateWorkGroup', {
    WorkGroup,
    Description: 'new',
    ConfigurationUpdates: {
      RemoveBytesScannedCutoffPerQuery: true,
      ResultConfigurationUpdates: { OutputLocation: 's3://b/after/', RemoveExpectedBucketOwner: true },
    },
  });
  const { Description, Configuration } = (await athena('GetWorkGroup', { WorkGroup }))['WorkGroup'] as Body;
  expect(Description).toBe('new');
  expect((Configuration as Body)['ResultConfiguration']).toEqual({ OutputLocation: 's3://b/after/' });
  expect(Configuration).not.toHaveProperty('BytesScannedCutoffPerQuery');
  await expect(athena('UpdateWorkGroup', { WorkGroup: 'none' })).rejects.toMatchObject({
    code: 'InvalidRequestException',
  });
});

test('cloudtrail-describe: only the trails that were asked for', async () => {
  const trail = (operation: string, body: Body) =>
    json('cloudtrail', `com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.${operation}`, body);
  await sandbox.moto.get(home(sandbox), 's3', '/trail-logs', 'PUT');
  for (const Name of ['one', 'two']) await trail('CreateTrail', { Name, S3BucketName: 'trail-logs' });
  const listed = (await trail('DescribeTrails', { trailNameList: ['two'] }))['trailList'];
  expect(listed).toMatchObject([{ Name: 'two' }]);
  expect((await trail('DescribeTrails', {}))['trailList']).toHaveLength(2);
});

test('sqs-redrive: who may send dead letters, and where they go, come back as sent', async () => {
  const sqs = (operation: string, body: Body) => json('sqs', `AmazonSQS.${operation}`, body);
  const RedriveAllowPolicy = '{"redrivePermission":"denyAll"}';
  const dead = await sqs('CreateQueue', { QueueName: 'dead' });
  const deadLetterTargetArn = `arn:aws:sqs:us-east-1:${sandbox.account}:dead`;
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 10 });
  const queue = await sqs('CreateQueue', { QueueName: 'queue', Attributes: { RedrivePolicy } });
  const get = async (QueueUrl: unknown, name: string) =>
    (await sqs('GetQueueAttributes', { QueueUrl, AttributeNames: [name] }))['Attributes'];
  await sqs('SetQueueAttributes', { ...dead, Attributes: { RedriveAllowPolicy } });
  expect(await get(dead['QueueUrl'], 'RedriveAllowPolicy')).toMatchObject({ RedriveAllowPolicy });
  expect(await get(dead['QueueUrl'], 'All')).toMatchObject({ RedriveAllowPolicy });
  expect(await get(queue['QueueUrl'], 'All')).toMatchObject({ RedrivePolicy });
  await sqs('SetQueueAttributes', { ...dead, Attributes: { RedriveAllowPolicy: '' } });
  expect(await get(dead['QueueUrl'], 'All')).not.toHaveProperty('RedriveAllowPolicy');
});

test('iam-update-role: a longer session leaves the description', async () => {
  await makeRole(sandbox, 'described', {});
  const iam = (Action: string, parameters: Record<string, string> = {}) =>
    gateway(sandbox).query(home(sandbox), 'iam', '2010-05-08', {
      Action,
      RoleName: 'described',
      ...parameters,
    });
  await iam('UpdateRoleDescription', { Description: 'a & b' });
  await iam('UpdateRole', { MaxSessionDuration: '7200' });
  const role = await iam('GetRole');
  expect(role).toContain('<Description>a &amp; b</Description>');
  expect(role).toContain('<MaxSessionDuration>7200</MaxSessionDuration>');
});

test('s3-logging: into a bucket that exists, whatever its policy says', async () => {
  for (const bucket of ['fin-logs', 'fin-data'])
    await sandbox.moto.get(home(sandbox), 's3', `/${bucket}`, 'PUT');
  const { port } = new URL(sandbox.proxyUrl);
  const key = sandbox.env['AWS_ACCESS_KEY_ID'] ?? '';
  const authorization = `AWS4-HMAC-SHA256 Credential=${key}/20250101/us-east-1/s3/aws4_request, x`;
  const logging = (method: string, body?: string) =>
    fetch(`http://127.0.0.1:${port}/fin-data?logging`, {
      method,
      headers: { authorization },
      ...(body && { body }),
    });
  const to = (bucket: string) =>
    `<BucketLoggingStatus><LoggingEnabled><TargetBucket>${bucket}</TargetBucket></LoggingEnabled></BucketLoggingStatus>`;
  const refused = await logging('PUT', to('fin-nothing'));
  expect(await refused.text()).toContain('InvalidTargetBucketForLogging');
  expect(await (await logging('GET')).text()).toBe('<BucketLoggingStatus/>');
  expect((await logging('PUT', to('fin-logs'))).status).toBe(200);
  expect(await (await logging('GET')).text()).toBe(to('fin-logs'));
});
