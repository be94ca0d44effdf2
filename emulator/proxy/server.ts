import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SANDBOX_HOST } from '../environment';
import { AwsError, errorAnswer, withoutCrash, type Answer } from './answer';
import { forwardStream, forwardWhole, readWhole } from './forward';
import type { Forward, Gap } from './gap';
import { AwsRequest, type Call } from './request';

/** The reverse proxy in front of moto. */
export interface Proxy {
  readonly port: number;
  readonly calls: readonly Call[];
  stop(): Promise<void>;
}

/** Starts the proxy: every request goes to the gaps that know it, all others to moto as they are. */
export async function startProxy(motoPort: number, gaps: readonly Gap[], port = 0): Promise<Proxy> {
  const calls: Call[] = [];
  const server = createServer((incoming, response) => {
    const request = new AwsRequest(incoming);
    answerTo(request, response, motoPort, gaps, calls).catch((error: unknown) => {
      if (response.headersSent) return void response.destroy();
      write(response, errorAnswer(asAwsError(error), request.dialect));
    });
  });
  // Terraform opens many connections at once and reuses them late; Node would close them under its hands.
  server.keepAliveTimeout = 300_000;
  await listen(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    calls,
    stop: () => close(server),
  };
}

async function answerTo(
  request: AwsRequest,
  response: ServerResponse,
  motoPort: number,
  gaps: readonly Gap[],
  calls: Call[],
): Promise<void> {
  if (!isForSandbox(request)) {
    throw new AwsError(
      'SandboxRefusal',
      `The sandbox lets nothing out: ${request.method} ${request.host}`,
      403,
    );
  }
  if (request.isSmall || request.method === 'GET' || request.method === 'HEAD') await request.read();
  calls.push(callOf(request));
  if (gaps.some((gap) => gap.matches(request))) {
    const forward = chain(gaps, (last) => forwardWhole(last, motoPort));
    return write(response, withoutCrash(request, await forward(request)));
  }
  const answer = await forwardStream(request, motoPort);
  if (answer.statusCode === 500) return write(response, withoutCrash(request, await readWhole(answer)));
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  answer.pipe(response);
}

/** Each gap forwards to the next that knows the request too, and the last of them to moto. */
function chain(gaps: readonly Gap[], last: Forward): Forward {
  return gaps.reduceRight<Forward>(
    (next, gap) => async (request) => (gap.matches(request) ? gap.handle(request, next) : next(request)),
    last,
  );
}

function callOf(request: AwsRequest): Call {
  const { service, operation, region, accessKeyId } = request;
  return { service, operation, region, accessKeyId };
}

function isForSandbox(request: AwsRequest): boolean {
  const name = request.host.replace(/:\d+$/, '');
  return (
    name === '127.0.0.1' || name === 'localhost' || name === SANDBOX_HOST || name.endsWith(`.${SANDBOX_HOST}`)
  );
}

function asAwsError(error: unknown): AwsError {
  if (error instanceof AwsError) return error;
  return new AwsError('SandboxFailure', error instanceof Error ? error.message : String(error));
}

function write(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length });
  response.end(answer.body);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
