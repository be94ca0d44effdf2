import { CreateBucketCommand, DeleteBucketCommand, S3Client } from '@aws-sdk/client-s3';
import {
  CreateAccessPointCommand,
  DeleteAccessPointCommand,
  DeleteAccessPointPolicyCommand,
  GetAccessPointCommand,
  GetAccessPointPolicyCommand,
  ListAccessPointsCommand,
  PutAccessPointPolicyCommand,
  type S3ControlClient,
} from '@aws-sdk/client-s3-control';
import { clientsOf } from '../../../../access/live/clients';
import type { Sandbox } from '../../../../emulator/sandbox';
import { sdk } from '../../client';

/** Access points. */
export function accessPointsSuite(sandbox: () => Sandbox): void {
  let control: S3ControlClient;

  const Bucket = 'fin-sales';

  beforeAll(async () => {
    control = clientsOf(sdk(sandbox()), 'eu-west-1').s3Control;
    await new S3Client({ ...sdk(sandbox()), forcePathStyle: true }).send(new CreateBucketCommand({ Bucket }));
  });

  const point = () => ({ AccountId: sandbox().account, Name: 'reporting' });

  const arn = () => `arn:aws:s3:eu-west-1:${sandbox().account}:accesspoint/reporting`;

  function policy(statement: object): string {
    const Statement = [{ Effect: 'Allow', Action: 's3:GetObject', ...statement }];
    return JSON.stringify({ Version: '2012-10-17', Statement });
  }

  test('s3-access-points: one lives in its region, with its policy, and holds its bucket', async () => {
    await control.send(new CreateAccessPointCommand({ ...point(), Bucket }));
    expect(await control.send(new GetAccessPointCommand(point()))).toMatchObject({
      AccessPointArn: arn(),
      Bucket,
      PublicAccessBlockConfiguration: { BlockPublicPolicy: true },
    });
    const again = control.send(new CreateAccessPointCommand({ ...point(), Bucket }));
    await expect(again).rejects.toMatchObject({ name: 'AccessPointAlreadyOwnedByYou' });
    const listed = (client: S3ControlClient) =>
      client.send(new ListAccessPointsCommand({ AccountId: sandbox().account, Bucket }));
    expect((await listed(control)).AccessPointList).toMatchObject([{ Name: 'reporting' }]);
    expect((await listed(clientsOf(sdk(sandbox()), 'us-east-1').s3Control)).AccessPointList ?? []).toEqual(
      [],
    );

    const Policy = policy({ Principal: { AWS: '123456789012' }, Resource: `${arn()}/object/<a> & b/*` });
    await control.send(new PutAccessPointPolicyCommand({ ...point(), Policy }));
    const read = () => control.send(new GetAccessPointPolicyCommand(point()));
    expect((await read()).Policy).toBe(Policy);
    await control.send(new DeleteAccessPointPolicyCommand(point()));
    await expect(read()).rejects.toMatchObject({ name: 'NoSuchAccessPointPolicy' });

    const s3 = new S3Client({ ...sdk(sandbox()), forcePathStyle: true });
    const remove = () => s3.send(new DeleteBucketCommand({ Bucket }));
    await expect(remove()).rejects.toMatchObject({ name: 'BucketHasAccessPointsAttached' });
    expect(sandbox().held()).toContainEqual({ service: 's3', type: 'access point', id: arn() });
    await control.send(new DeleteAccessPointCommand(point()));
    await expect(control.send(new GetAccessPointCommand(point()))).rejects.toMatchObject({
      name: 'NoSuchAccessPoint',
    });
    expect(sandbox().held()).toEqual([]);
  });

  test('s3-access-points: a bucket that does not exist has none', async () => {
    const lost = control.send(new CreateAccessPointCommand({ ...point(), Bucket: 'fin-nothing' }));
    await expect(lost).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });

  test.each([
    ['no JSON', () => '{', 'MalformedPolicy'],
    [
      'about something else',
      () => policy({ Principal: { AWS: '123456789012' }, Resource: 'arn:aws:s3:::fin-sales/*' }),
      'MalformedPolicy',
    ],
    ['for everyone', () => policy({ Principal: '*', Resource: `${arn()}/object/*` }), 'AccessDenied'],
  ])('s3-access-points: a policy that is %s is refused', async (_how, Policy, name) => {
    await control.send(new CreateAccessPointCommand({ ...point(), Bucket }));
    const put = control.send(new PutAccessPointPolicyCommand({ ...point(), Policy: Policy() }));
    await expect(put).rejects.toMatchObject({ name });
    await control.send(new DeleteAccessPointCommand(point()));
  });
}
