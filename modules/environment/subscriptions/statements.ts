import { arnOf, type Location } from '../../../core/aws/location';
import type { PolicyStatement } from '../../../aws/iam/statement';
import { byService, byUserId } from '../../../core/aws/principals';
import type { Role } from '../../../core/module/scope';
import type { EnvironmentFacts } from '../facts';
import type { SubscriptionFacts } from './facts';

/** The chosen principals of the central account; nobody where no account is trusted. */
function central({ config, location }: EnvironmentFacts) {
  const { trustedAccountId, trustedPrincipals } = config.pivotRole;
  if (trustedAccountId === undefined) return undefined;
  const account = `arn:${location.partition}:iam::${trustedAccountId}`;
  return {
    principals: { AWS: [`${account}:root`] },
    conditions: { ArnLike: { 'aws:PrincipalArn': trustedPrincipals.map((name) => `${account}:${name}`) } },
  };
}

function services({ region }: Location): readonly string[] {
  return ['sqs', 'sns'].map((service) => `${service}.${region}.amazonaws.com`);
}

/** Who uses the key: teams and the central account through queues and topics, and the topics to fill the queue. */
export function keyStatements(
  facts: EnvironmentFacts,
  { producers, consumers }: SubscriptionFacts,
  roles: readonly Role[],
): readonly PolicyStatement[] {
  const { location } = facts;
  const actions = ['kms:Decrypt', 'kms:GenerateDataKey'];
  const through = { 'kms:ViaService': services(location) };
  const { principals, conditions } = byUserId(roles);
  const trusted = central(facts);
  return [
    {
      sid: 'Teams',
      actions: [...actions, 'kms:DescribeKey'],
      resources: ['*'],
      principals,
      conditions: { ...conditions, StringEquals: { ...through, 'kms:CallerAccount': location.account } },
    },
    ...(trusted
      ? [
          {
            sid: 'CentralAccount',
            actions,
            resources: ['*'],
            principals: trusted.principals,
            conditions: { ...trusted.conditions, StringEquals: through },
          },
        ]
      : []),
    {
      sid: 'Topics',
      actions,
      resources: ['*'],
      ...byService('sns.amazonaws.com', {
        accounts: [location.account],
        arns: [producers.arn, consumers.arn],
      }),
    },
  ];
}

/** The one policy of the queue of producers. */
export function queueStatements(
  facts: EnvironmentFacts,
  { queue, producers }: SubscriptionFacts,
): readonly PolicyStatement[] {
  const resources = [arnOf(facts.location, 'sqs', queue)];
  const trusted = central(facts);
  return [
    ...secureTransport('sqs', resources),
    ...(trusted
      ? [
          {
            sid: 'CentralAccountReceives',
            actions: [
              'ReceiveMessage',
              'DeleteMessage',
              'ChangeMessageVisibility',
              'GetQueueUrl',
              'GetQueueAttributes',
            ].map((name) => `sqs:${name}`),
            resources,
            ...trusted,
          },
        ]
      : []),
    {
      sid: 'Producers',
      actions: ['sqs:SendMessage'],
      resources,
      principals: { Service: ['sns.amazonaws.com'] },
      conditions: { ArnEquals: { 'aws:SourceArn': producers.arn } },
    },
  ];
}

/** The policy of the queue for messages that could not be handled. */
export function deadLetterStatements(
  { location }: EnvironmentFacts,
  { deadLetterQueue }: SubscriptionFacts,
): readonly PolicyStatement[] {
  return secureTransport('sqs', [arnOf(location, 'sqs', deadLetterQueue)]);
}

/**
 * The policy of a topic. The account's own roles need none; the central account tells and hears, and cannot change
 * who else may, or delete the topic, as data.all lets it.
 */
export function topicStatements(facts: EnvironmentFacts, topic: string): readonly PolicyStatement[] {
  const trusted = central(facts);
  const topicActions = ['GetTopicAttributes', 'ListSubscriptionsByTopic', 'Subscribe', 'Publish'];
  return [
    ...secureTransport('sns', [topic]),
    ...(trusted
      ? [
          {
            sid: 'CentralAccount',
            actions: topicActions.map((name) => `sns:${name}`),
            resources: [topic],
            ...trusted,
          },
        ]
      : []),
  ];
}

function secureTransport(service: 'sns' | 'sqs', resources: readonly string[]): readonly PolicyStatement[] {
  // Policies of topics know no wildcard that covers everything: publishing is what carries data.
  const actions = service === 'sqs' ? ['sqs:*'] : ['sns:Publish', 'sns:Subscribe'];
  return [
    {
      sid: 'DenyInsecureTransport',
      effect: 'Deny',
      actions,
      resources,
      principals: '*',
      conditions: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  ];
}
