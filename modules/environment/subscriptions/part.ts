import { nameOf, type Part } from '../part';
import { checkSubscriptions } from './check';
import { subscriptionFacts } from './facts';

/** Topics and a queue for messages about data. */
export const subscriptionsPart: Part = {
  names: (facts) => {
    const known = subscriptionFacts(facts);
    if (!known) return [];
    return [
      nameOf(facts, 'kms alias', 'key', ['subscriptions', 'messages']),
      nameOf(facts, 'sqs queue', 'queue', ['producers']),
      nameOf(facts, 'sqs queue', 'queue', ['producers', 'dlq']),
      ...(known.producers.made ? [nameOf(facts, 'sns topic', 'topic', ['producers'])] : []),
      nameOf(facts, 'sns topic', 'topic', ['consumers']),
    ];
  },
  publishes: ({ config }) =>
    config.features.subscriptions
      ? ['kms/arn', 'kms/id', 'queue/arn', 'topic/producers/arn', 'topic/consumers/arn'].map(
          (path) => `subscriptions/${path}`,
        )
      : [],
  check: checkSubscriptions,
};
