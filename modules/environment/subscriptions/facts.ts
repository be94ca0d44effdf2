import { arnOf } from '../../../core/aws/location';
import type { EnvironmentFacts } from '../facts';

/** What messages about data go through, without building it. */
export interface SubscriptionFacts {
  readonly keyAlias: string;
  readonly queue: string;
  readonly deadLetterQueue: string;
  /** The topic that producers write to. */
  readonly producers: { readonly name: string; readonly arn: string; readonly made: boolean };
  /** The topic that consumers hear from. */
  readonly consumers: { readonly name: string; readonly arn: string };
}

/** Undefined where the feature is off. */
export function subscriptionFacts({
  config,
  names,
  location,
}: EnvironmentFacts): SubscriptionFacts | undefined {
  if (!config.features.subscriptions) return undefined;
  const { producersTopicName: existing } = config.subscriptions;
  const producers = existing ?? names.name('topic', ['producers']);
  const consumers = names.name('topic', ['consumers']);
  return {
    keyAlias: names.name('key', ['subscriptions', 'messages']),
    queue: names.name('queue', ['producers']),
    deadLetterQueue: names.name('queue', ['producers', 'dlq']),
    producers: { name: producers, arn: arnOf(location, 'sns', producers), made: existing === undefined },
    consumers: { name: consumers, arn: arnOf(location, 'sns', consumers) },
  };
}
