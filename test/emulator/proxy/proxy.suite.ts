import { request } from 'node:http';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Sandbox } from '../../../emulator/sandbox';
import { gateway, home, sdk } from '../client';

/** What comes through the proxy, and what does not. */
export function proxySuite(sandbox: () => Sandbox): void {
  const Bucket = 'proxy-lake';
  let s3: S3Client;
  beforeAll(async () => {
    s3 = new S3Client(sdk(sandbox()));
    await s3.send(new CreateBucketCommand({ Bucket }));
  });

  /** Asks as a client does that goes through a proxy: with the whole URL. */
  function ask(
    host: string,
    path: string,
    authorization?: string,
  ): Promise<{ status?: number; text: string }> {
    const { hostname, port } = new URL(sandbox().proxyUrl);
    const headers = { host, ...(authorization && { authorization }) };
    return new Promise((resolve, reject) => {
      request({ host: hostname, port, path: `http://${host}${path}`, headers }, (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      })
        .once('error', reject)
        .end();
    });
  }

  test('nothing leaves the sandbox', async () => {
    expect((await ask('example.com', '/')).status).toBe(403);
  });

  test('a crash in moto is an error that says so, and is not tried again', async () => {
    const crash = gateway(sandbox()).json(home(sandbox()), 'glue', 'AWSGlue.CreateBlueprint', { Name: 'x' });
    await expect(crash).rejects.toMatchObject({ code: 'SandboxGap', status: 400 });
  });

  test('a large upload, in chunks with a checksum behind them, arrives as it was', async () => {
    const body = Buffer.alloc(10 * 1024 * 1024, 'terralake ');
    await s3.send(new PutObjectCommand({ Bucket, Key: 'large', Body: body, ChecksumAlgorithm: 'SHA256' }));
    const { Body, ContentLength } = await s3.send(new GetObjectCommand({ Bucket, Key: 'large' }));
    expect(ContentLength).toBe(body.length);
    expect(body.equals((await Body?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(true);
  });

  test('a bucket in the host name is the same bucket', async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 'folder/a b', Body: 'here' }));
    const key = sandbox().env['AWS_ACCESS_KEY_ID'] ?? '';
    const signed = `AWS4-HMAC-SHA256 Credential=${key}/20250101/us-east-1/s3/aws4_request, x`;
    const { text } = await ask(`${Bucket}.aws.sandbox.internal`, '/folder/a%20b', signed);
    expect(text).toBe('here');
  });

  test('what cannot stand in XML does not bring the proxy down', async () => {
    const assume = {
      Action: 'AssumeRole',
      RoleArn: 'arn:aws:iam::111111111111:role/\u0000',
      RoleSessionName: 'me',
    };
    const refused = gateway(sandbox()).query(home(sandbox()), 'sts', '2011-06-15', assume);
    await expect(refused).rejects.toMatchObject({ code: 'AccessDenied' });
  });
}
