import { request as send, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import type { Answer } from './answer';
import { accountPrefix, virtualBucket } from './bucket';
import type { AwsRequest } from './request';

const HOP_BY_HOP = new Set([
  'proxy-connection',
  'connection',
  'keep-alive',
  'expect',
  'proxy-authorization',
  'upgrade',
]);
const READS = /^(Describe|List|Get|BatchGet|Head|Search|GET |HEAD )/;
const TRIES = 5;

/**
 * Sends a request on to moto; the body streams unless it was read before. A request that only reads is sent again
 * when moto crashed: its threads change dictionaries while others walk them ("dictionary changed size during
 * iteration"), which passes.
 */
export async function forwardStream(request: AwsRequest, port: number): Promise<IncomingMessage> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await forwardOnce(request, port);
    const passing = answer.statusCode === 500 && request.bytes !== undefined && READS.test(request.operation);
    if (!passing || attempt === TRIES) return answer;
    answer.resume();
    await new Promise((resolve) => setTimeout(resolve, attempt * 20));
  }
}

/** Sends a request on to moto and reads the whole answer. */
export async function forwardWhole(request: AwsRequest, port: number): Promise<Answer> {
  const answer = await readWhole(await forwardStream(request, port));
  const headers = { ...answer.headers };
  delete headers['transfer-encoding'];
  delete headers['content-length'];
  return { ...answer, headers };
}

/** The whole of an answer of moto. */
export async function readWhole(answer: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return { status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(chunks) };
}

function forwardOnce(request: AwsRequest, port: number): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = send(
      {
        host: '127.0.0.1',
        port,
        method: request.method,
        path: motoPath(request),
        headers: motoHeaders(request, port),
      },
      resolve,
    );
    outgoing.once('error', reject);
    if (request.bytes) outgoing.end(request.bytes);
    else request.incoming.pipe(outgoing);
  });
}

function motoHeaders(request: AwsRequest, port: number): OutgoingHttpHeaders {
  const kept = Object.entries(request.headers).filter(([name]) => !HOP_BY_HOP.has(name));
  const headers: OutgoingHttpHeaders = { ...Object.fromEntries(kept), host: motoHost(request, port) };
  if (request.bytes) {
    delete headers['transfer-encoding'];
    headers['content-length'] = String(request.bytes.length);
  }
  return headers;
}

function motoHost(request: AwsRequest, port: number): string {
  const account = accountPrefix(request.host);
  if (account) return `${account}.s3-control.${request.region}.amazonaws.com`;
  // moto reads a bucket out of any other S3 host name, and writes the host into the queue URLs of SQS.
  return request.service === 's3' ? `localhost:${port}` : request.host;
}

function motoPath(request: AwsRequest): string {
  const bucket = virtualBucket(request);
  return bucket ? `/${bucket}${request.target}` : request.target;
}
