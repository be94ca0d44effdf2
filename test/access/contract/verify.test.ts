import { contractSchema } from '../../../access/contract/schema';
import { verify } from '../../../access/contract/verify';
import { allow, bucket, database, indexOver, key, lakeFormation, role } from '../questions/estate';

const lake = key('lake');
const index = indexOver(
  [
    role('reader', allow('s3:GetObject')),
    role('idle'),
    role(
      'office',
      allow('s3:GetObject', '*', { Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }),
    ),
    role('keeper', allow('kms:Decrypt', lake.arn)),
  ],
  [bucket('lake'), lake, database('sales')],
  [lakeFormation()],
);

/** What a rule breaks: who, what, what was found. */
function broken(rule: object, requests: object = {}) {
  const result = verify(index, contractSchema.parse({ requests, rules: [{ id: 'r', ...rule }] }));
  expect(result.misnamed).toEqual([]);
  return result.broken.map(({ who, found }) => [who, found]);
}
const object = { on: 's3://lake/x' };
const others = ['administrator', 'outsider', 'anonymous'];

test.each<[string, object, string[][]]>([
  ['may, and it does', { who: 'reader', may: 's3:GetObject', ...object }, []],
  ['may, and it does not', { who: 'idle', may: 's3:GetObject', ...object }, [['lake-dev/idle', 'denied']]],
  ['may not, and it does not', { who: 'idle', may_not: 's3:GetObject', ...object }, []],
  [
    'may not, and it does',
    { who: 'reader', may_not: 's3:GetObject', ...object },
    [['lake-dev/reader', 'allowed']],
  ],
  ['a doubt breaks may', { who: 'office', may: 's3:GetObject', ...object }, [['lake-dev/office', 'unknown']]],
  [
    'a doubt breaks may not',
    { who: 'office', may_not: 's3:GetObject', ...object },
    [['lake-dev/office', 'unknown']],
  ],
  ['a pattern', { who: 'lake-dev/*', except: ['office', 'reader'], may_not: 's3:GetObject', ...object }, []],
  ['only', { only: ['reader', 'office', ...others], may: 's3:GetObject', ...object }, []],
  [
    'only, and somebody else does',
    { only: ['office', ...others], may: 's3:GetObject', ...object },
    [['lake-dev/reader', 'allowed']],
  ],
  ['with', { who: 'office', may: 's3:GetObject', with: { 'aws:SourceIp': '10.1.2.3' }, ...object }, []],
  [
    'data that is not meant',
    { who: 'reader', may_not: 's3:GetObject', on: ['s3://lake/x', 's3://lake/y'], but_not_on: 's3://lake/x' },
    [['lake-dev/reader', 'allowed']],
  ],
  [
    'facts',
    {
      every: 'bucket',
      has: { 'publicAccessBlock.blockPublicAcls': true, objectOwnership: 'BucketOwnerEnforced' },
    },
    [],
  ],
  ['facts that do not hold', { every: 'bucket', has: { bucketKey: false } }, [['bucket lake', 'true']]],
  ['facts of Lake Formation', { every: 'lake formation', has: { tableDefaults: [] } }, []],
])('%s', (_name, rule, expected) => {
  expect(broken(rule)).toEqual(expected);
});

test('a request that several rules have in common, with keys on top', () => {
  const requests = { office: { 'aws:SourceIp': '10.1.2.3', 'aws:SecureTransport': 'false' } };
  const rule = { who: 'office', may: 's3:GetObject', like: 'office', ...object };
  expect(broken(rule, requests)).toEqual([]);
  expect(broken({ ...rule, with: { 'aws:SourceIp': '192.168.0.1' } }, requests)).toEqual([
    ['lake-dev/office', 'denied'],
  ]);
});

test('a value may name something that the platform makes', () => {
  const condition = { StringEquals: { 'sagemaker:VolumeKmsKeyArn': lake.arn } };
  const team = indexOver([role('team', allow('sagemaker:*', '*', { Condition: condition }))], [lake]);
  const rule = {
    id: 'r',
    who: 'team',
    may: 'sagemaker:CreateTrainingJob',
    on: 'arn:aws:sagemaker:eu-west-1:111111111111:training-job/x',
    with: { 'sagemaker:VolumeKmsKeyArn': { arn: 'key/lake' } },
  };
  expect(verify(team, contractSchema.parse({ rules: [rule] })).broken).toEqual([]);
});

test.each<[string, object, (string | number)[]]>([
  ['nobody', { who: 'nobody', may: 's3:GetObject', ...object }, ['rules', 0, 'who', 0]],
  [
    'nobody to leave out',
    { who: '*', except: 'nobody', may: 's3:GetObject', ...object },
    ['rules', 0, 'except', 0],
  ],
  ['no data', { who: 'idle', may: 's3:GetObject', on: 'database/none' }, ['rules', 0, 'on', 0]],
  ['no action', { who: 'idle', may: 's3:Get', ...object }, ['rules', 0, 'may', 0]],
  ['no request', { who: 'idle', may: 's3:GetObject', like: 'none', ...object }, ['rules', 0, 'like']],
  [
    'no key',
    { who: 'idle', may: 's3:GetObject', with: { 'aws:SourceArn': { arn: 'key/none' } }, ...object },
    ['rules', 0, 'with', 'aws:SourceArn', 'arn'],
  ],
  ['no kind', { every: 'spoon', has: { name: 'x' } }, ['rules', 0, 'every']],
  ['nothing to have', { every: 'bucket' }, ['rules', 0, 'id']],
  ['who and only', { who: 'idle', only: 'idle', may: 's3:GetObject', ...object }, ['rules', 0]],
  ['nobody at all', { may: 's3:GetObject', ...object }, ['rules', 0]],
  ['nothing to do', { who: 'idle', ...object }, ['rules', 0]],
  ['only with may_not', { only: 'idle', may_not: 's3:GetObject', ...object }, ['rules', 0]],
  ['facts and access', { every: 'bucket', has: { bucketKey: true }, who: 'idle' }, ['rules', 0]],
  ['facts of nothing', { who: 'idle', may_not: 's3:GetObject', has: { a: 1 }, ...object }, ['rules', 0]],
  ['nobody who is left', { who: 'idle', except: 'idle', may: 's3:GetObject', ...object }, ['rules', 0]],
  [
    'no data that is left',
    { who: 'idle', may: 's3:GetObject', on: 's3://lake/*', but_not_on: 's3://lake/*' },
    ['rules', 0],
  ],
  ['an empty list', { who: [], may: 's3:GetObject', ...object }, ['rules', 0]],
  ['nothing to do it to', { who: 'idle', may: 's3:GetObject' }, ['rules', 0]],
])('a rule about %s is misnamed', (_name, rule, path) => {
  const { misnamed, broken: found } = verify(index, contractSchema.parse({ rules: [{ id: 'r', ...rule }] }));
  expect(misnamed.map(({ code, path: at }) => [code, at])).toEqual([['TL910', path]]);
  expect(found).toEqual([]);
});

test('rules have different ids', () => {
  const rule = { id: 'same', who: 'idle', may_not: 's3:GetObject', ...object };
  const { misnamed } = verify(index, contractSchema.parse({ rules: [rule, rule] }));
  expect(misnamed.map(({ path }) => path)).toEqual([['rules', 1, 'id']]);
});
