import type { AccessPoint, Topic, Workgroup } from '../../../access/model/model';
import { ask } from '../../../access/questions/ask';
import type { SaidKeys } from '../../../access/questions/request-keys';
import { administrator, anonymous, outsider, service, whoIs } from '../../../access/questions/who';
import { account, allow, bucket, deny, indexOver, key, policy, role } from './estate';
import { locks } from './locks';

const common = { account, region: 'eu-west-1', tags: {}, origin: undefined };
const object = 'arn:aws:s3:::lake/data/x';
const readObjects = allow('s3:*');

describe('objects', () => {
  const lake = key('lake');
  const reader = role('reader', readObjects);
  const both = role('both', readObjects, allow(['kms:Decrypt', 'kms:GenerateDataKey'], lake.arn));
  const index = indexOver([reader, both], [lake, bucket('lake', { keyArn: lake.arn })]);

  test('need the key of their bucket', () => {
    expect(locks(index, whoIs(reader), 's3:GetObject', object)).toEqual([
      'denied',
      'permission allowed',
      'key denied',
    ]);
    expect(ask(index, whoIs(both), 's3:GetObject', object).outcome).toBe('allowed');
    expect(ask(index, whoIs(both), 's3:PutObject', object).outcome).toBe('allowed');
    expect(locks(index, whoIs(reader), 's3:DeleteObject', object)).toEqual(['allowed', 'permission allowed']);
  });

  const algorithm = 's3:x-amz-server-side-encryption';
  const named = `${algorithm}-aws-kms-key-id`;
  test.each<[string, SaidKeys, string]>([
    ['nothing: that of the bucket', {}, 'denied'],
    // The policy of a key that is out of sight may say anything.
    ['another', { [named]: `arn:aws:kms:eu-west-1:${account}:key/other` }, 'unknown'],
    ['that of the bucket, in any case', { [named.toUpperCase()]: lake.arn }, 'denied'],
    ['one that is not said', { [named]: '?' }, 'unknown'],
    ['something that is not said', { [algorithm]: '?' }, 'unknown'],
    ['the key of S3', { [algorithm]: 'AES256' }, 'allowed'],
    ['the key that AWS keeps', { [algorithm]: 'aws:kms' }, 'allowed'],
    ['a key of its own', { [`${algorithm}-customer-algorithm`]: 'AES256' }, 'allowed'],
  ])('are written with the key that the request names: %s', (_name, said, expected) => {
    expect(ask(index, whoIs(reader), 's3:PutObject', object, said).outcome).toBe(expected);
    // Headers for writing change nothing about what is read.
    expect(ask(index, whoIs(reader), 's3:GetObject', object, said).outcome).toBe('denied');
  });

  test.each([
    [['alias/lake', 'alias/other'], 'allowed'],
    [['alias/lak', 'lake'], 'denied'],
  ])('a key goes by its aliases: %j', (aliases, outcome) => {
    const condition = { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': aliases } };
    const through = role('through', readObjects, allow('kms:Decrypt', '*', { Condition: condition }));
    expect(ask(index, whoIs(through), 's3:GetObject', object).outcome).toBe(outcome);
    const elsewhere = `arn:aws:kms:eu-west-1:${account}:key/other`;
    expect(ask(index, whoIs(through), 'kms:Decrypt', elsewhere).outcome).toBe('unknown');
  });

  test('the key is used through S3, for the bucket', () => {
    const conditions = {
      'kms:ViaService': 's3.eu-west-1.amazonaws.com',
      'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::lake',
    };
    const through = role(
      'through',
      readObjects,
      allow('kms:Decrypt', '*', { Condition: { StringEquals: conditions } }),
    );
    expect(ask(index, whoIs(through), 's3:GetObject', object).outcome).toBe('allowed');
    expect(ask(index, whoIs(through), 'kms:Decrypt', lake.arn).outcome).toBe('denied');
  });

  test('of a bucket that is not known are a matter of its policy', () => {
    expect(ask(index, whoIs(reader), 's3:GetObject', 'arn:aws:s3:::elsewhere/x').outcome).toBe('unknown');
  });

  test('through an access point need both policies', () => {
    const point = (statement: object): AccessPoint => ({
      kind: 'access point',
      label: 'p',
      arn: `arn:aws:s3:eu-west-1:${account}:accesspoint/p`,
      ...common,
      bucket: 'open',
      policy: policy('resource', { ...statement, Principal: '*' }),
    });
    const through = `arn:aws:s3:eu-west-1:${account}:accesspoint/p/object/data/x`;
    const ask1 = (statement: object) =>
      ask(indexOver([reader], [bucket('open'), point(statement)]), whoIs(reader), 's3:GetObject', through)
        .outcome;
    expect(ask1(allow('s3:GetObject'))).toBe('allowed');
    expect(ask1(deny('s3:GetObject'))).toBe('denied');
  });
});

test('the public access block stands before those without an identity', () => {
  const open = policy('resource', { ...allow('s3:GetObject', 'arn:aws:s3:::lake/*'), Principal: '*' });
  const none = {
    blockPublicAcls: false,
    blockPublicPolicy: false,
    ignorePublicAcls: false,
    restrictPublicBuckets: false,
  };
  const outcome = (more: object) =>
    ask(indexOver([], [bucket('lake', { policy: open, ...more })]), anonymous, 's3:GetObject', object)
      .outcome;
  expect(outcome({})).toBe('denied');
  expect(outcome({ publicAccessBlock: none })).toBe('allowed');
  expect(outcome({ publicAccessBlock: none, objectOwnership: 'ObjectWriter' })).toBe('unknown');
});

test('queries need the place of their results', () => {
  const workgroup: Workgroup = {
    kind: 'workgroup',
    label: 'w',
    name: 'w',
    arn: `arn:aws:athena:eu-west-1:${account}:workgroup/w`,
    ...common,
    enforced: true,
    outputLocation: 's3://results/out/',
    keyArn: undefined,
  };
  const query = allow('athena:*', workgroup.arn);
  const without = role('without', query);
  const within = role('within', query, allow(['s3:PutObject', 's3:GetObject'], 'arn:aws:s3:::results/out/*'));
  const index = indexOver([without, within], [workgroup, bucket('results')]);
  expect(locks(index, whoIs(without), 'athena:GetQueryResults', workgroup.arn)).toEqual([
    'denied',
    'permission allowed',
    'results denied',
  ]);
  expect(ask(index, whoIs(within), 'athena:StartQueryExecution', workgroup.arn).outcome).toBe('allowed');
  expect(ask(index, whoIs(without), 'athena:GetWorkGroup', workgroup.arn).outcome).toBe('allowed');
});

test('an encrypted topic takes messages from who may use its key', () => {
  const events = { Service: 'events.amazonaws.com' };
  const topicKey = key('topics', { ...allow('kms:GenerateDataKey'), Principal: events });
  const topic: Topic = {
    kind: 'topic',
    label: 't',
    arn: `arn:aws:sns:eu-west-1:${account}:t`,
    ...common,
    keyArn: topicKey.arn,
    policy: policy('resource', {
      ...allow('sns:Publish'),
      Principal: { Service: ['events.amazonaws.com', 'other.amazonaws.com'] },
    }),
  };
  const publisher = role('publisher', allow('sns:Publish'));
  const index = indexOver([publisher], [topic, topicKey]);
  expect(ask(index, service('events.amazonaws.com'), 'sns:Publish', topic.arn).outcome).toBe('allowed');
  expect(ask(index, service('other.amazonaws.com'), 'sns:Publish', topic.arn).outcome).toBe('denied');
  expect(locks(index, whoIs(publisher), 'sns:Publish', topic.arn)).toEqual([
    'denied',
    'permission allowed',
    'key denied',
  ]);
});

describe('what a plain request says', () => {
  const conditioned = (operator: string, name: string, value: string) =>
    role('one', allow('sagemaker:*', '*', { Condition: { [operator]: { [name]: value } } }));
  const outcome = (
    operator: string,
    name: string,
    value: string,
    said: SaidKeys = {},
    action = 'sagemaker:CreateTrainingJob',
  ) => {
    const one = conditioned(operator, name, value);
    const arn = `arn:aws:sagemaker:eu-west-1:${account}:training-job/x`;
    return ask(indexOver([one], []), whoIs(one), action, arn, said).outcome;
  };

  test.each<[string, string, string, SaidKeys, string]>([
    ['Bool', 'aws:SecureTransport', 'true', {}, 'allowed'],
    ['Bool', 'aws:SecureTransport', 'true', { 'aws:SecureTransport': 'false' }, 'denied'],
    ['StringEquals', 'sagemaker:VpcSubnets', 'subnet-1', {}, 'unknown'],
    ['StringEquals', 'sagemaker:VpcSubnets', 'subnet-1', { 'sagemaker:VpcSubnets': 'subnet-1' }, 'allowed'],
    ['StringEquals', 'sagemaker:VpcSubnets', 'subnet-1', { 'SageMaker:vpcsubnets': null }, 'denied'],
    ['Null', 's3:x-amz-acl', 'true', {}, 'allowed'],
    ['Null', 'kms:ViaService', 'true', {}, 'allowed'],
    ['Null', 'kms:ViaService', 'true', { 'kms:ViaService': '?' }, 'unknown'],
    ['StringEquals', 'aws:RequestTag/team', 'a', {}, 'unknown'],
    ['StringEquals', 'aws:ResourceTag/team', 'a', {}, 'unknown'],
    ['Null', 'aws:SourceAccount', 'true', {}, 'allowed'],
    ['Null', 'aws:SourceOrgID', 'true', {}, 'allowed'],
    ['Null', 'aws:CalledViaLast', 'true', {}, 'allowed'],
    ['StringEquals', 'aws:RequestedRegion', 'eu-west-1', {}, 'allowed'],
    ['StringEquals', 'aws:PrincipalTag/team', 'a', {}, 'denied'],
    ['StringLike', 'aws:userid', 'AROAONE*:session', {}, 'allowed'],
  ])('%s %s %s with %j: %s', (operator, name, value, said, expected) => {
    expect(outcome(operator, name, value, said)).toBe(expected);
  });

  test('a request about everything has no tags', () => {
    expect(outcome('Null', 'aws:ResourceTag/team', 'true', {}, 'sagemaker:ListDomains')).toBe('allowed');
  });

  test('a request about everything may go to any region, one about a role to the global one', () => {
    const here = { Condition: { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } } };
    const one = role('one', allow('*', '*', here));
    const index = indexOver([one], []);
    expect(ask(index, whoIs(one), 'glue:GetTags', '*').outcome).toBe('unknown');
    expect(ask(index, whoIs(one), 'iam:GetRole', one.arn).outcome).toBe('allowed');
  });
});

test.each([
  ['a secret', 'secretsmanager:GetSecretValue', `arn:aws:secretsmanager:eu-west-1:${account}:secret:x`],
  ['a function', 'lambda:InvokeFunction', `arn:aws:lambda:eu-west-1:${account}:function:x`],
  ['the catalog of another account', 'glue:GetTable', 'arn:aws:glue:eu-west-1:222222222222:table/a/b'],
])('%s out of sight may have a policy that says anything', (_name, action, arn) => {
  const one = role('one', allow('*'));
  const [permission] = ask(indexOver([one], []), whoIs(one), action, arn).locks;
  expect(permission?.outcome).toBe('unknown');
});

test('administrators of the account and outsiders', () => {
  const index = indexOver([], [bucket('lake')]);
  expect(ask(index, administrator(index.model, account), 's3:GetObject', object).outcome).toBe('allowed');
  expect(ask(index, outsider(index.model), 's3:GetObject', object).outcome).toBe('denied');
});
