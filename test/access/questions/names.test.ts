import { named, nearPrincipals, resourcesNamed, standIns } from '../../../access/questions/names';
import { whoCan } from '../../../access/questions/who-can';
import { readable } from '../../../access/questions/readable';
import { indexOf, kit } from '../kit';
import { account, allow, bucket, database, deny, indexOver, role } from './estate';

const labels = (name: string, index = small) => named(index.model, name).map(({ label }) => label);
const glue = allow('s3:PutObject', 'arn:aws:s3:::*/*aws-glue-*/*');
const small = indexOver(
  [role('admin', allow('*')), role('user', glue)],
  [bucket('lake-raw'), bucket('lake-curated'), database('sales')],
);

test('people are called by label, name, ARN, or a pattern', () => {
  expect(labels('lake-dev/admin')).toEqual(['lake-dev/admin']);
  expect(labels('admin')).toEqual(['lake-dev/admin']);
  expect(labels(`arn:aws:iam::${account}:role/user`)).toEqual(['lake-dev/user']);
  expect(labels('lake-dev/*')).toEqual(['lake-dev/admin', 'lake-dev/user']);
  expect(labels('*')).toEqual(['lake-dev/admin', 'lake-dev/user', 'administrator', 'outsider', 'anonymous']);
  expect(labels('service:glue.amazonaws.com')).toEqual(['service:glue.amazonaws.com']);
  expect(labels('adm')).toEqual([]);
  expect(nearPrincipals(small.model, 'lake-dev/admn')).toEqual(['lake-dev/admin']);
});

test('the session of a role is part of its user id', () => {
  const [who] = named(small.model, 'admin', 'somebody');
  expect(who?.caller).toMatchObject({ kind: 'role', session: 'somebody' });
});

test('each account has an administrator of its own, all of them are called administrator', () => {
  const two = indexOver([], [bucket('one'), { ...bucket('two'), account: '222222222222' }]);
  const each = ['administrator-111111111111', 'administrator-222222222222'];
  expect(standIns(two.model).map(({ label }) => label)).toEqual([...each, 'outsider', 'anonymous']);
  expect(labels('administrator', two)).toEqual(each);
});

test('data is called by kind and name, or by a pattern', () => {
  expect(resourcesNamed(small.model, 's3://lake-raw/data/x')).toEqual(['arn:aws:s3:::lake-raw/data/x']);
  expect(resourcesNamed(small.model, 's3://lake-*')).toEqual([
    'arn:aws:s3:::lake-raw',
    'arn:aws:s3:::lake-curated',
  ]);
  expect(resourcesNamed(small.model, 'table/sales/orders')).toEqual([
    `arn:aws:glue:eu-west-1:${account}:table/sales/orders`,
  ]);
  expect(resourcesNamed(small.model, 'role/*')).toHaveLength(2);
  expect(resourcesNamed(small.model, 'arn:aws:x')).toEqual(['arn:aws:x']);
  expect(resourcesNamed(small.model, 'database/none')).toEqual([]);
  expect(resourcesNamed(small.model, 'nothing/sales')).toEqual([]);
});

test('keys with a wildcard stand for one key of each kind that a policy tells apart', () => {
  const keys = resourcesNamed(small.model, 's3://lake-raw/data/*');
  expect(keys).toContain('arn:aws:s3:::lake-raw/data/object');
  expect(keys.some((arn) => /^arn:aws:s3:::lake-raw\/data\/.*aws-glue-.*\//.test(arn))).toBe(true);
});

test('the kit has apps and spaces by their domain', async () => {
  const { model } = await indexOf(kit);
  const [app] = resourcesNamed(model, 'domain/*-example-team/app/user/jupyterlab/default');
  expect(app).toMatch(/:app\/d-[a-z2-7]+\/user\/jupyterlab\/default$/);
});

test('who can: those who surely can come first', () => {
  const index = indexOver(
    [
      role(
        'depends',
        allow('s3:GetObject', '*', { Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }),
      ),
      role('reader', allow('s3:GetObject')),
      role('denied', allow('s3:*'), deny('s3:GetObject')),
    ],
    [bucket('lake')],
  );
  const able = whoCan(index, 's3:GetObject', ['arn:aws:s3:::lake/x']);
  expect(able.map(({ who, answer }) => [who.label, answer.outcome])).toEqual([
    ['lake-dev/reader', 'allowed'],
    ['administrator', 'allowed'],
    ['lake-dev/depends', 'unknown'],
  ]);
});

test('ids and ARNs become names', () => {
  const { id, arn } = role('admin');
  expect(readable(small, `aws:userId StringLike ${id}:*, ${arn}; arn:aws:s3:::lake-raw`)).toBe(
    'aws:userId StringLike sessions of lake-dev/admin, lake-dev/admin; lake-raw',
  );
});
