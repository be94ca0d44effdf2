import {
  SnsTopic,
  SnsTopicPolicy,
  SnsTopicSubscription,
  SqsQueue,
  SqsQueuePolicy,
} from '../../../core/provider/aws';
import { encryptionKey } from '../../../core/aws/key';
import { jsonText } from '../../../core/blueprint/json-text';
import type { ModuleScope, Role } from '../../../core/module/scope';
import type { EnvironmentFacts } from '../facts';
import { subscriptionFacts, type SubscriptionFacts } from './facts';
import { deadLetterStatements, keyStatements, queueStatements, topicStatements } from './statements';

/** Messages about data: producers → queue → the central account → consumers. `roles` are those of the teams. */
export function buildSubscriptions(
  scope: ModuleScope,
  facts: EnvironmentFacts,
  roles: readonly Role[],
): void {
  const known = subscriptionFacts(facts);
  if (!known) return;
  const key = encryptionKey(scope, 'subscriptions', {
    alias: known.keyAlias,
    publishAt: 'subscriptions/kms',
    statements: keyStatements(facts, known, roles),
  });
  const queueArn = queues(scope, facts, known, key.arn);
  const producers = known.producers.made
    ? topic(scope, facts, 'producers', known.producers, key.arn)
    : known.producers.arn;
  const consumers = topic(scope, facts, 'consumers', known.consumers, key.arn);
  scope.add(SnsTopicSubscription, ['subscriptions', 'producers'], {
    topicArn: producers,
    protocol: 'sqs',
    endpoint: queueArn,
  });
  scope.publish('subscriptions/queue/arn', queueArn);
  scope.publish('subscriptions/topic/producers/arn', producers);
  scope.publish('subscriptions/topic/consumers/arn', consumers);
}

/** The queue, and the one for what could not be handled twice; returns the queue's ARN. */
function queues(
  scope: ModuleScope,
  facts: EnvironmentFacts,
  known: SubscriptionFacts,
  keyArn: string,
): string {
  const dead = ['subscriptions', 'producers-dlq'];
  const deadLetters = scope.add(SqsQueue, dead, {
    name: known.deadLetterQueue,
    kmsMasterKeyId: keyArn,
    messageRetentionSeconds: 14 * 24 * 60 * 60,
  });
  scope.add(SqsQueuePolicy, dead, {
    queueUrl: deadLetters.url,
    policy: scope.policy(deadLetterStatements(facts, known)),
  });
  const key = ['subscriptions', 'producers'];
  const queue = scope.add(SqsQueue, key, {
    name: known.queue,
    kmsMasterKeyId: keyArn,
    redrivePolicy: jsonText({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount: 2 }),
  });
  scope.add(SqsQueuePolicy, key, {
    queueUrl: queue.url,
    policy: scope.policy(queueStatements(facts, known)),
  });
  return queue.arn;
}

/** A topic with its policy; returns its ARN. */
function topic(
  scope: ModuleScope,
  facts: EnvironmentFacts,
  key: 'producers' | 'consumers',
  { name, arn }: SubscriptionFacts['consumers'],
  keyArn: string,
): string {
  const address = ['subscriptions', key];
  const made = scope.add(SnsTopic, address, { name, kmsMasterKeyId: keyArn });
  const statements = topicStatements(facts, arn);
  return scope.add(SnsTopicPolicy, address, { arn: made.arn, policy: scope.policy(statements) }).arn;
}
