import { SnsTopic, SnsTopicPolicy } from '../provider/aws';
import type { AddressKey, ModuleScope } from '../module/scope';
import { topicStatements } from './topic-policy';

export interface TopicOptions {
  readonly name: string;
  readonly keyArn: string;
  /** Where `name` and `arn` are published, such as `topic/dataops-sns-topic`. */
  readonly publishAt: string;
}

/** An encrypted topic that EventBridge publishes to; returns its ARN, which waits for its policy. */
export function notificationTopic(scope: ModuleScope, key: AddressKey, options: TopicOptions): string {
  const { name, keyArn, publishAt } = options;
  const topic = scope.add(SnsTopic, key, { name, kmsMasterKeyId: keyArn });
  const policy = scope.add(SnsTopicPolicy, key, {
    arn: topic.arn,
    policy: scope.policy(topicStatements(topic.arn)),
  });
  scope.publish(`${publishAt}/name`, topic.name);
  scope.publish(`${publishAt}/arn`, policy.arn);
  return policy.arn;
}
