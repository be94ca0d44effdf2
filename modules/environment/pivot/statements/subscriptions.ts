import type { PolicyStatement } from '../../../../aws/iam/statement';
import { of, prefixed, type PivotFacts } from './facts';

/** To tell subscribers about changes of data, and to hear from producers. */
export function subscriptions(facts: PivotFacts): readonly PolicyStatement[] {
  return [
    {
      sid: 'SNSPublish',
      actions: of('sns', 'GetTopicAttributes', 'Publish', 'Subscribe'),
      resources: prefixed(facts, 'sns'),
    },
    {
      sid: 'SQS',
      actions: of('sqs', 'ReceiveMessage', 'SendMessage'),
      resources: prefixed(facts, 'sqs'),
    },
    // These lists know no narrower resource.
    { sid: 'ListTopicsAndQueues', actions: ['sns:ListTopics', 'sqs:ListQueues'], resources: ['*'] },
  ];
}
