import { SnsTopicSubscription } from '../../core/provider/aws';
import type { EncryptionKey } from '../../core/aws/key';
import { notificationTopic } from '../../core/aws/topic';
import type { ModuleScope } from '../../core/module/scope';
import { Text } from '../../core/platform/text';
import type { DataopsProjectConfig } from './config';
import { projectNames } from './names';
import { projectPaths } from './published';

/** The topic for failed runs, and those who get its messages by e-mail; returns its ARN. */
export function failureTopic(scope: ModuleScope, config: DataopsProjectConfig, key: EncryptionKey): string {
  const topicArn = notificationTopic(scope, 'dataops-sns-topic', {
    name: projectNames(scope.names).topic,
    keyArn: key.arn,
    publishAt: 'topic/dataops-sns-topic',
  });
  scope.publish(projectPaths.topic, topicArn, { preserveCase: true });
  const addresses = config.failureNotifications.email.map(trimmed);
  for (const [key, address] of new Map(addresses.map((text) => [text.describe(), text]))) {
    scope.add(SnsTopicSubscription, ['email', key], {
      topicArn,
      protocol: 'email',
      endpoint: scope.value(address),
    });
  }
  return topicArn;
}

function trimmed(text: Text): Text {
  return text.literal === undefined ? text : Text.of(text.literal.trim());
}
