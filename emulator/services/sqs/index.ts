import { jsonAnswer } from '../../proxy/answer';
import type { Gap, GapContext } from '../../proxy/gap';
import { Placed } from '../../proxy/placed';
import type { AwsRequest, Json } from '../../proxy/request';
import { listing, type Service } from '../service';

const OPERATIONS = ['CreateQueue', 'SetQueueAttributes', 'GetQueueAttributes', 'DeleteQueue'];
const ALLOW = 'RedriveAllowPolicy';

/** SQS: who may send dead letters, and where they go. */
export function sqs(context: GapContext): Service {
  return {
    name: 'sqs',
    gaps: [sqsRedrive(context)],
    list: listing('sqs', { type: 'queue', target: 'AmazonSQS.ListQueues', list: 'QueueUrls' }),
  };
}

/** moto forgets which queues may send their dead letters to a queue, and writes where they go with spaces. */
function sqsRedrive(context: GapContext): Gap {
  const policies = new Placed<string>();
  return {
    name: 'sqs-redrive',
    matches: (request) => request.service === 'sqs' && OPERATIONS.includes(request.operation),
    async handle(request, forward) {
      const body = request.json();
      const asked = (body['AttributeNames'] ?? []) as string[];
      if (asked.includes(ALLOW)) askWithout(request, body, asked);
      const answer = await forward(request);
      if (answer.status >= 300) return answer;
      const place = await context.place(request);
      const told = JSON.parse(answer.body.toString() || '{}') as Json;
      const queue = String(body['QueueUrl'] ?? told['QueueUrl']);
      if (request.operation === 'DeleteQueue') policies.delete(place, queue);
      if (request.operation !== 'GetQueueAttributes') {
        const policy = (body['Attributes'] as Json | undefined)?.[ALLOW];
        if (policy === '') policies.delete(place, queue);
        else if (typeof policy === 'string') policies.set(place, queue, policy);
        return answer;
      }
      const policy = asked.includes('All') || asked.includes(ALLOW) ? policies.get(place, queue) : undefined;
      const attributes = compact((told['Attributes'] ?? {}) as Json);
      return jsonAnswer({ ...told, Attributes: { ...attributes, ...(policy ? { [ALLOW]: policy } : {}) } });
    },
  };
}

/** moto refuses to be asked for what it does not know, and for nothing. */
function askWithout(request: AwsRequest, body: Json, asked: readonly string[]): void {
  const AttributeNames = [...asked.filter((name) => name !== ALLOW), 'QueueArn'];
  request.replaceBody(JSON.stringify({ ...body, AttributeNames }));
}

function compact(attributes: Json): Json {
  const policy = attributes['RedrivePolicy'];
  if (typeof policy !== 'string') return attributes;
  return { ...attributes, RedrivePolicy: JSON.stringify(JSON.parse(policy)) };
}
