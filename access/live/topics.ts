import { GetTopicAttributesCommand, ListTagsForResourceCommand } from '@aws-sdk/client-sns';
import type { Topic } from '../model/model';
import { answered } from './ask';
import type { KeyArns } from './key-arns';
import { liveOrigin, type Session } from './session';
import { documentIn, livePolicy } from './policies';
import { tagsOf } from './tags';

/** A topic of the model as it stands; undefined where there is none. */
export async function readTopic(
  session: Session,
  keyArns: KeyArns,
  expected: Topic,
): Promise<Topic | undefined> {
  const { asker, login } = session;
  const { kind, label } = expected;
  const region = session.region(expected.region);
  const { sns } = session.clients(region);
  const name = expected.arn.slice(expected.arn.lastIndexOf(':') + 1);
  const arn = session.arn('sns', region, name);
  const found = await asker.ask(
    `GetTopicAttributes ${name}`,
    'policy unknown, key taken from the stacks',
    () => sns.send(new GetTopicAttributesCommand({ TopicArn: arn })),
  );
  if (found === 'missing') {
    asker.noteMissing(`the topic ${name}`, label);
    return undefined;
  }
  const tags = await asker.ask(`sns:ListTagsForResource ${name}`, 'taken from the stacks', () =>
    sns.send(new ListTagsForResourceCommand({ ResourceArn: arn })),
  );
  const context = {
    kind: 'resource',
    name: `topic policy of ${name}`,
    address: arn,
    expected: expected.policy,
  } as const;
  const policy = livePolicy(
    session,
    documentIn(found, ({ Attributes }) => Attributes?.Policy),
    context,
  );
  const key = answered(found)
    ? keyArns.of(region, found.Attributes?.KmsMasterKeyId)
    : keyArns.ofModel(expected.keyArn);
  return {
    kind,
    label,
    arn,
    account: login.account,
    region,
    tags: answered(tags) ? tagsOf(tags.Tags) : expected.tags,
    ...(policy && { policy }),
    keyArn: await key,
    origin: liveOrigin(arn, expected.origin),
  };
}
