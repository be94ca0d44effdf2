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
import type { Sandbox } from '../../../../emulator/sandbox';
import { operations, sdk } from '../../client';

/** The catalog, classifiers, connections, crawlers and jobs. */
export function glueSuite(sandbox: () => Sandbox): void {
  test('glue-resource-policy: a catalog without one says so', async () => {
    const glue = new GlueClient(sdk(sandbox()));
    const get = () => glue.send(new GetResourcePolicyCommand({}));
    await expect(get()).rejects.toMatchObject({ name: 'EntityNotFoundException' });
    const PolicyInJson = '{"Version":"2012-10-17","Statement":[]}';
    await glue.send(new PutResourcePolicyCommand({ PolicyInJson }));
    expect((await get()).PolicyInJson).toBe(PolicyInJson);
  });

  test('glue-classifiers: lives', async () => {
    const glue = new GlueClient(sdk(sandbox()));
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
    const glue = new GlueClient(sdk(sandbox()));
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

  const call = operations(sandbox, 'glue', 'AWSGlue');

  test('glue-crawlers: one is changed, and reads through Lake Formation', async () => {
    const Name = 'sales';
    const Targets = { S3Targets: [{ Path: 's3://b/' }] };
    const LakeFormationConfiguration = { UseLakeFormationCredentials: true };
    const get = async () => (await call('GetCrawler', { Name }))['Crawler'];
    await call('CreateCrawler', { Name, Role: 'r', Targets, LakeFormationConfiguration });
    expect(await get()).toMatchObject({ LakeFormationConfiguration });
    await call('UpdateCrawler', { Name, Description: 'new', Schedule: 'cron(0 1 * * ? *)' });
    expect(await get()).toMatchObject({
      Description: 'new',
      LakeFormationConfiguration,
      Schedule: { ScheduleExpression: 'cron(0 1 * * ? *)' },
    });
    await call('DeleteCrawler', { Name });
    await call('CreateCrawler', { Name, Role: 'r', Targets });
    expect(await get()).not.toHaveProperty('LakeFormationConfiguration');
    const unknown = call('UpdateCrawler', { Name: 'none' });
    await expect(unknown).rejects.toMatchObject({ code: 'EntityNotFoundException' });
  });

  test('glue-jobs: one is changed, and has no execution class of its own', async () => {
    const Name = 'profile';
    const Command = { Name: 'glueetl', ScriptLocation: 's3://b/script.py' };
    const get = async () => (await call('GetJob', { JobName: Name }))['Job'];
    await call('CreateJob', { Name, Role: 'r', Command });
    expect(await get()).not.toHaveProperty('ExecutionClass');
    await call('UpdateJob', { JobName: Name, JobUpdate: { Role: 'r', Command, Description: 'new' } });
    expect(await get()).toMatchObject({ Name, Description: 'new' });
    await expect(call('UpdateJob', { JobName: 'none', JobUpdate: {} })).rejects.toMatchObject({
      code: 'EntityNotFoundException',
    });
  });
}
