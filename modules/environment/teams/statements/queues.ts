import type { PolicyStatement } from '../../../../aws/iam/statement';
import type { TeamFacts } from './facts';
import { making, of, owned, prefixed } from './scope';

/** Queues of the team. */
export function queues(facts: TeamFacts): readonly PolicyStatement[] {
  const resources = prefixed(facts, 'sqs', '');
  const actions = (...names: readonly string[]) => of('sqs', ...names);
  return [
    { sid: 'QueuesList', actions: actions('ListQueues'), resources: ['*'] },
    { sid: 'QueuesMake', actions: actions('CreateQueue', 'TagQueue'), resources, conditions: making(facts) },
    {
      sid: 'QueuesOwn',
      actions: actions(
        ...['ChangeMessageVisibility', 'DeleteMessage', 'DeleteQueue', 'GetQueueAttributes', 'GetQueueUrl'],
        ...['ListDeadLetterSourceQueues', 'ListQueueTags', 'ReceiveMessage', 'SendMessage'],
        ...['SetQueueAttributes'],
      ),
      resources,
      conditions: owned(facts),
    },
  ];
}
