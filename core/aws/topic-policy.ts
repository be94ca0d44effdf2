import type { PolicyStatement } from '../../aws/iam/statement';

const everything = [
  'Publish',
  'Subscribe',
  'Receive',
  'AddPermission',
  'RemovePermission',
  'GetTopicAttributes',
  'SetTopicAttributes',
  'DeleteTopic',
  'ListSubscriptionsByTopic',
].map((action) => `sns:${action}`);

/** The statements of a topic's policy: nothing without TLS, and EventBridge may publish. */
export function topicStatements(arn: string): readonly PolicyStatement[] {
  return [
    {
      sid: 'EnforceSSL',
      effect: 'Deny',
      actions: everything,
      resources: [arn],
      principals: '*',
      conditions: { Bool: { 'aws:SecureTransport': 'false' } },
    },
    // Without `aws:SourceAccount`: EventBridge sends none to topics, and messages would silently be lost.
    // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions
    {
      sid: 'PublishEvents',
      actions: ['sns:Publish'],
      resources: [arn],
      principals: { Service: ['events.amazonaws.com'] },
    },
  ];
}
