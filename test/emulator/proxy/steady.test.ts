import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startProxy } from '../../../emulator/proxy/server';

const authorization = 'AWS4-HMAC-SHA256 Credential=key/20260101/us-east-1/ssm/aws4_request';

/** A moto that crashes on its first calls. */
async function crashing(times: number) {
  let calls = 0;
  const moto = createServer((_request, response) => {
    calls += 1;
    response.writeHead(calls <= times ? 500 : 200, { 'content-type': 'application/json' });
    response.end('{}');
  });
  await new Promise<void>((resolve) => moto.listen(0, '127.0.0.1', resolve));
  const proxy = await startProxy((moto.address() as AddressInfo).port, []);
  const call = (target: string) =>
    fetch(`http://127.0.0.1:${String(proxy.port)}/`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target, authorization },
      body: '{}',
    });
  const stop = async () => {
    await proxy.stop();
    moto.closeAllConnections();
    await new Promise((resolve) => moto.close(resolve));
  };
  return { call, stop, count: () => calls };
}

test('a read that crashed is repeated, a change is not', async () => {
  const moto = await crashing(2);
  expect((await moto.call('AmazonSSM.DescribeParameters')).status).toBe(200);
  expect(moto.count()).toBe(3);
  await moto.stop();
  const other = await crashing(1);
  expect((await other.call('AmazonSSM.PutParameter')).status).toBe(400);
  expect(other.count()).toBe(1);
  await other.stop();
});

test('a read that always crashes ends with an error that names the operation', async () => {
  const moto = await crashing(Infinity);
  const answer = await moto.call('AmazonSSM.DescribeParameters');
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('DescribeParameters');
  await moto.stop();
});
