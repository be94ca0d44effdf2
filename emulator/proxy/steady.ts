import type { IncomingMessage } from 'node:http';
import type { AwsRequest } from './request';

const READS = /^(Describe|List|Get|BatchGet|Head|Search|GET |HEAD )/;
const TRIES = 5;

/**
 * Sends a request, again if it only reads and moto crashed: moto's threads change dictionaries while others walk
 * them ("dictionary changed size during iteration"), which passes.
 */
export async function steadily(
  request: AwsRequest,
  send: () => Promise<IncomingMessage>,
): Promise<IncomingMessage> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await send();
    const passing = answer.statusCode === 500 && request.bytes !== undefined && READS.test(request.operation);
    if (!passing || attempt === TRIES) return answer;
    answer.resume();
    await new Promise((resolve) => setTimeout(resolve, attempt * 20));
  }
}
