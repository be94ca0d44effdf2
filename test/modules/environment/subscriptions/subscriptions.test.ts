import { built, declared } from '../../../support/declared';
import { policy, resource, resources, statement, synthModule, type StackJson } from '../../../support/synth';
import { findings } from '../findings';
import { least, withTeams } from '../setting';

const features = { mlStudio: false, subscriptions: true };
const pivotRole = {
  trustedAccountId: '222222222222',
  trustedPrincipals: ['role/*worker'],
  externalId: 'Zq8external',
};

const synth = (config: object = {}) =>
  synthModule('environment', { ...least, features, ...config }, withTeams);

const sids = (document: string) => policy(document).Statement.map(({ Sid }) => Sid as string);

/** The documents of queues, topics and their key. */
const documents = (json: StackJson): readonly string[] =>
  ['aws_sqs_queue_policy', 'aws_sns_topic_policy', 'aws_kms_key'].flatMap((type) =>
    Object.entries(resources(json, type))
      .filter(([key]) => key.includes('subscriptions'))
      .map(([, block]) => block.policy as string),
  );

test('producers fill the queue, what fails twice is kept for two weeks, all with the key', async () => {
  const { json, platform } = await synth();
  const names = 'fin-test-org-test-env-test-domain-test-module';
  const queue = resource(json, 'aws_sqs_queue', 'subscriptions__producers');
  expect(queue).toMatchObject({
    name: `${names}-producers`,
    kms_master_key_id: '${aws_kms_key.test-module__subscriptions.arn}',
  });
  expect(queue.redrive_policy).toContain('"maxReceiveCount":2');
  expect(resource(json, 'aws_sqs_queue', 'producers-dlq')).toMatchObject({
    message_retention_seconds: 1209600,
    kms_master_key_id: '${aws_kms_key.test-module__subscriptions.arn}',
  });
  expect(resource(json, 'aws_sns_topic_subscription')).toMatchObject({
    topic_arn: '${aws_sns_topic_policy.test-module__subscriptions__producers.arn}',
    endpoint: '${aws_sqs_queue.test-module__subscriptions__producers.arn}',
  });
  const sends = statement(
    resource(json, 'aws_sqs_queue_policy', 'subscriptions__producers').policy as string,
    'Producers',
  );
  expect(sends.Condition).toEqual({
    ArnEquals: { 'aws:SourceArn': `arn:aws:sns:eu-west-1:111111111111:${names}-producers` },
  });
  expect(built(json)).toEqual(declared(platform.environments.flatMap(({ modules }) => modules)));
});

test('no central account, no foreign principal', async () => {
  const { json } = await synth();
  for (const document of documents(json)) {
    expect(sids(document).filter((sid) => sid.startsWith('Central'))).toEqual([]);
  }
  expect(documents(json)).toHaveLength(5);
});

test('of the central account the chosen principals only, and they administer nothing', async () => {
  const { json } = await synth({ pivotRole });
  const central = documents(json).flatMap((document) =>
    policy(document).Statement.filter(({ Sid }) => (Sid as string).startsWith('Central')),
  );
  expect(central).toHaveLength(4);
  for (const { Principal, Condition } of central) {
    expect(Principal).toEqual({ AWS: 'arn:aws:iam::222222222222:root' });
    expect(Condition.ArnLike).toEqual({ 'aws:PrincipalArn': 'arn:aws:iam::222222222222:role/*worker' });
  }
  const actions = central.flatMap(({ Action }) => Action as string[]);
  expect(actions.filter((action) => /Delete(?!Message)|Permission|SetTopic|\*/.test(action))).toEqual([]);
});

test('every queue and topic refuses plain HTTP', async () => {
  const { json } = await synth();
  for (const type of ['aws_sqs_queue_policy', 'aws_sns_topic_policy']) {
    for (const block of Object.values(resources(json, type))) {
      expect(statement(block.policy as string, 'DenyInsecureTransport').Effect).toBe('Deny');
    }
  }
});

test('an existing topic of producers is used, and not owned', async () => {
  const { json, platform } = await synth({ subscriptions: { producersTopicName: 'theirs' } });
  expect(Object.keys(resources(json, 'aws_sns_topic'))).toEqual(['test-module__subscriptions__consumers']);
  expect(resource(json, 'aws_sns_topic_subscription').topic_arn).toBe(
    'arn:aws:sns:eu-west-1:111111111111:theirs',
  );
  expect(built(json)).toEqual(declared(platform.environments.flatMap(({ modules }) => modules)));
});

test('an existing topic without the feature is refused', async () => {
  expect(await findings({ subscriptions: { producersTopicName: 'theirs' } })).toEqual([
    'error TL208 producersTopicName: theirs',
  ]);
});
