import { keyStatements } from '../../../core/aws/key-policy';
import {
  eventsToTopics,
  inventoryEncrypts,
  logGroupsUse,
  queuesUse,
  trailsEncrypt,
} from '../../../core/aws/key-statements';
import { policyDocument } from '../../../aws/iam/write';
import { ask, everything, service as ofAws, session, type Outcome } from '../../support/decide';
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

const decide = (
  caller: ReturnType<typeof session>,
  action: string,
  context: Record<string, string> = {},
): Outcome => ask({ caller, action: `kms:${action}`, resource: '*', context }, { key: document });

test.each<[string, ReturnType<typeof role>, string, Outcome]>([
  ['a user', user, 'GenerateDataKey', 'allowed'],
  ['a user', user, 'Decrypt', 'allowed'],
  ['a user', user, 'ScheduleKeyDeletion', 'implicitly denied'],
  ['a reader', reader, 'Decrypt', 'allowed'],
  ['a reader', reader, 'Encrypt', 'implicitly denied'],
  ['a reader', reader, 'GenerateDataKey', 'implicitly denied'],
  ['an administrator', admin, 'PutKeyPolicy', 'allowed'],
  ['an administrator', admin, 'Decrypt', 'implicitly denied'],
  ['another role', role('other'), 'Decrypt', 'implicitly denied'],
])('%s: %j %s', (_name, who, action, expected) => {
  expect(decide(session(who.arn, who.id), action)).toBe(expected);
});

test('nobody of another account', () => {
  const foreign = session(user.arn.replace('111111111111', '222222222222'), user.id);
  const request = { caller: foreign, action: 'kms:Decrypt', resource: '*' };
  expect(ask(request, { key: document, identity: [everything] })).toBe('implicitly denied');
});

test.each<[string, string, string, Record<string, string>, Outcome]>([
  [
    's3',
    'GenerateDataKey',
    'its bucket',
    { 'aws:SourceAccount': '111111111111', 'aws:SourceArn': 'arn:aws:s3:::lake' },
    'allowed',
  ],
  [
    's3',
    'GenerateDataKey',
    'another',
    { 'aws:SourceAccount': '222222222222', 'aws:SourceArn': 'arn:aws:s3:::lake' },
    'implicitly denied',
  ],
  [
    'events',
    'Decrypt',
    'a topic',
    { 'kms:EncryptionContext:aws:sns:topicArn': 'arn:aws:sns:eu-west-1:111111111111:t' },
    'allowed',
  ],
  [
    'events',
    'Decrypt',
    'another',
    { 'kms:EncryptionContext:aws:sns:topicArn': 'arn:aws:sns:eu-west-1:222222222222:t' },
    'implicitly denied',
  ],
  [
    'logs.eu-west-1',
    'Encrypt',
    'a group',
    { 'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:eu-west-1:111111111111:log-group:g' },
    'allowed',
  ],
  [
    'cloudtrail',
    'GenerateDataKey',
    'a trail',
    {
      'aws:SourceArn': 'arn:aws:cloudtrail:eu-west-1:222222222222:trail/t',
      'kms:EncryptionContext:aws:cloudtrail:arn': 'arn:aws:cloudtrail:eu-west-1:222222222222:trail/t',
    },
    'allowed',
  ],
  [
    'cloudtrail',
    'DescribeKey',
    'a trail',
    { 'aws:SourceArn': 'arn:aws:cloudtrail:eu-west-1:222222222222:trail/t' },
    'allowed',
  ],
  [
    'cloudtrail',
    'DescribeKey',
    'another',
    { 'aws:SourceArn': 'arn:aws:cloudtrail:eu-west-1:333333333333:trail/t' },
    'implicitly denied',
  ],
])('%s %s for %s', (service, action, _for, context, expected) => {
  expect(decide(ofAws(service), action, context)).toBe(expected);
});

test('queues, through the service only', () => {
  const somebody = session('arn:aws:iam::111111111111:role/somebody');
  const viaQueues = { 'kms:ViaService': 'sqs.eu-west-1.amazonaws.com' };
  expect(decide(somebody, 'Decrypt', viaQueues)).toBe('allowed');
  expect(decide(somebody, 'Decrypt')).toBe('implicitly denied');
});

test('the principal of CloudWatch Logs in China', () => {
  const location = { partition: 'aws-cn', region: 'cn-north-1', account: '111111111111' };
  expect(logGroupsUse(location).principals).toEqual({ Service: ['logs.cn-north-1.amazonaws.com.cn'] });
});
