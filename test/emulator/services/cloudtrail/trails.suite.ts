import type { Sandbox } from '../../../../emulator/sandbox';
import { home, operations } from '../../client';

/** Trails. */
export function cloudtrailSuite(sandbox: () => Sandbox): void {
  const target = 'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101';
  const trail = operations(sandbox, 'cloudtrail', target);

  test('cloudtrail-arn: a trail answers to its ARN', async () => {
    await sandbox().moto.get(home(sandbox()), 's3', '/trail-logs', 'PUT');
    const { TrailARN } = await trail('CreateTrail', { Name: 'audit', S3BucketName: 'trail-logs' });
    await trail('StartLogging', { Name: TrailARN });
    expect(await trail('GetTrailStatus', { Name: TrailARN })).toMatchObject({ IsLogging: true });
    expect((await trail('DescribeTrails', { trailNameList: [TrailARN] }))['trailList']).toHaveLength(1);
    await trail('StopLogging', { Name: TrailARN });
    await trail('DeleteTrail', { Name: TrailARN });
    expect((await trail('DescribeTrails', {}))['trailList']).toEqual([]);
  });

  test('cloudtrail-describe: only the trails that were asked for', async () => {
    await sandbox().moto.get(home(sandbox()), 's3', '/trail-logs', 'PUT');
    for (const Name of ['one', 'two']) await trail('CreateTrail', { Name, S3BucketName: 'trail-logs' });
    const listed = (await trail('DescribeTrails', { trailNameList: ['two'] }))['trailList'];
    expect(listed).toMatchObject([{ Name: 'two' }]);
    expect((await trail('DescribeTrails', {}))['trailList']).toHaveLength(2);
  });
}
