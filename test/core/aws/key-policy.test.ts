import { keyStatements } from '../../../core/aws/key-policy';
import {
  eventsToTopics,
  inventoryEncrypts,
  logGroupsUse,
  queuesUse,
  trailsEncrypt,
} from '../../../core/aws/key-statements';
import { policyDocument } from '../../../core/aws/policy';
import { evaluate, type Decision } from './evaluate';
import { role } from './roles';

const location = { partition: 'aws', region: 'eu-west-1', account: '111111111111' };
const user = role('user');
const reader = role('reader');
const admin = role('admin');
const document = policyDocument(
  keyStatements(location, {
    users: [user, user],
    readers: [reader, user],
    admins: [admin],
    statements: [
      inventoryEncrypts(['111111111111'], ['arn:aws:s3:::lake']),
      ...trailsEncrypt(location, ['111111111111', '222222222222']),
      logGroupsUse(location),
      queuesUse(location),
      eventsToTopics(location),
    ],
  }),
);

const decide = (action: string, context: Record<string, string>, principal = {}): Decision =>
  evaluate(document, { action: `kms:${action}`, resource: '*', context, principal });

const session = (who: ReturnType<typeof role>, account = '111111111111') => ({
  'aws:userId': `${who.id}:session`,
  'kms:CallerAccount': account,
});

test.each<[string, ReturnType<typeof role>, string, Decision]>([
  ['a user', user, 'GenerateDataKey', 'allow'],
  ['a user', user, 'Decrypt', 'allow'],
  ['a user', user, 'ScheduleKeyDeletion', 'implicit deny'],
  ['a reader', reader, 'Decrypt', 'allow'],
  ['a reader', reader, 'Encrypt', 'implicit deny'],
  ['a reader', reader, 'GenerateDataKey', 'implicit deny'],
  ['an administrator', admin, 'PutKeyPolicy', 'allow'],
  ['an administrator', admin, 'Decrypt', 'implicit deny'],
  ['another role', role('other'), 'Decrypt', 'implicit deny'],
])('%s: %j %s', (_name, who, action, expected) => {
  expect(decide(action, session(who))).toBe(expected);
});

test('nobody of another account', () => {
  expect(decide('Decrypt', session(user, '222222222222'))).toBe('implicit deny');
});

test.each<[string, string, string, Record<string, string>, Decision]>([
  [
    's3',
    'GenerateDataKey',
    'its bucket',
    { 'aws:SourceAccount': '111111111111', 'aws:SourceArn': 'arn:aws:s3:::lake' },
    'allow',
  ],
  [
    's3',
    'GenerateDataKey',
    'another',
    { 'aws:SourceAccount': '222222222222', 'aws:SourceArn': 'arn:aws:s3:::lake' },
    'implicit deny',
  ],
  [
    'events',
    'Decrypt',
    'a topic',
    { 'kms:EncryptionContext:aws:sns:topicArn': 'arn:aws:sns:eu-west-1:111111111111:t' },
    'allow',
  ],
  [
    'events',
    'Decrypt',
    'another',
    { 'kms:EncryptionContext:aws:sns:topicArn': 'arn:aws:sns:eu-west-1:222222222222:t' },
    'implicit deny',
  ],
  [
    'logs.eu-west-1',
    'Encrypt',
    'a group',
    { 'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:eu-west-1:111111111111:log-group:g' },
    'allow',
  ],
  [
    'cloudtrail',
    'GenerateDataKey',
    'a trail',
    {
      'aws:SourceArn': 'arn:aws:cloudtrail:eu-west-1:222222222222:trail/t',
      'kms:EncryptionContext:aws:cloudtrail:arn': 'arn:aws:cloudtrail:eu-west-1:222222222222:trail/t',
    },
    'allow',
  ],
  [
    'cloudtrail',
    'DescribeKey',
    'a trail',
    { 'aws:SourceArn': 'arn:aws:cloudtrail:eu-west-1:222222222222:trail/t' },
    'allow',
  ],
  [
    'cloudtrail',
    'DescribeKey',
    'another',
    { 'aws:SourceArn': 'arn:aws:cloudtrail:eu-west-1:333333333333:trail/t' },
    'implicit deny',
  ],
])('%s %s for %s', (service, action, _for, context, expected) => {
  expect(decide(action, context, { Service: `${service}.amazonaws.com` })).toBe(expected);
});

test('queues, through the service only', () => {
  const own = { 'kms:CallerAccount': '111111111111' };
  expect(decide('Decrypt', { ...own, 'kms:ViaService': 'sqs.eu-west-1.amazonaws.com' })).toBe('allow');
  expect(decide('Decrypt', own)).toBe('implicit deny');
});

test('the principal of CloudWatch Logs in China', () => {
  const location = { partition: 'aws-cn', region: 'cn-north-1', account: '111111111111' };
  expect(logGroupsUse(location).principals).toEqual({ Service: ['logs.cn-north-1.amazonaws.com.cn'] });
});
