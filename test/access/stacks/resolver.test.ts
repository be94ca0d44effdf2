import { Resolver } from '../../../access/stacks/resolver';
import { StackView } from '../../../access/stacks/stack-view';
import { stack } from './stacks';

const role = { aws_iam_role: { one: { name: 'one' } } };
const reading = (name: string) => ({ data: { aws_ssm_parameter: { it: { name } } } });
const it = '${data.aws_ssm_parameter.it.insecure_value}';

test('attributes of roles, known before there is one, the same wherever they are asked', () => {
  const source = stack(role);
  const resolver = new Resolver([source]);
  expect(resolver.text(source, '${aws_iam_role.one.arn}')).toBe('arn:aws:iam::111111111111:role/one');
  const id = resolver.text(source, '${aws_iam_role.one.unique_id}:*');
  expect(id).toMatch(/^AROA[A-Z2-7]{17}:\*$/);
  const other = stack({}, { id: 'other', data: { aws_iam_role: { same: { name: 'one' } } } });
  expect(new Resolver([other]).text(other, '${data.aws_iam_role.same.unique_id}:*')).toBe(id);
});

test('what is escaped for Terraform is text', () => {
  const source = stack({});
  expect(new Resolver([source]).text(source, '$${aws:userid} %%{x} plain')).toBe('${aws:userid} %{x} plain');
});

test('a parameter has the value that another stack publishes, in the same account and region only', () => {
  const producer = stack({
    ...role,
    aws_ssm_parameter: { p: { name: '/one/arn', value: '${aws_iam_role.one.arn}' } },
  });
  const consumer = stack({}, { id: 'consumer', ...reading('/one/arn') });
  const elsewhere = stack({}, { id: 'elsewhere', region: 'us-east-1', ...reading('/one/arn') });
  const resolver = new Resolver([producer, consumer, elsewhere]);
  expect(resolver.text(consumer, it)).toBe('arn:aws:iam::111111111111:role/one');
  expect(resolver.text(elsewhere, it)).not.toBe('arn:aws:iam::111111111111:role/one');
  expect([...resolver.external.keys()]).toEqual(['/one/arn']);
});

test('a parameter that is read through an alias has the value of the account and region it leads to', () => {
  const published = (name: string) => ({ aws_ssm_parameter: { p: { name: '/one', value: name } } });
  const dev = stack(published('of dev'), { id: 'dev' });
  const prod = stack(published('of prod'), { id: 'prod', account: '222222222222', region: 'us-west-2' });
  const away = { name: '/one', provider: 'aws.account_222222222222_us-west-2' };
  const consumer = stack(
    {},
    {
      id: 'consumer',
      account: '333333333333',
      data: { aws_ssm_parameter: { it: away, here: { name: '/one' } } },
      aliases: new Map([[away.provider, { account: '222222222222', region: 'us-west-2' }]]),
    },
  );
  const resolver = new Resolver([dev, prod, consumer]);
  expect(resolver.text(consumer, it)).toBe('of prod');
  expect([...resolver.external.keys()]).toEqual([]);
  resolver.text(consumer, '${data.aws_ssm_parameter.here.insecure_value}');
  expect([...resolver.external.keys()]).toEqual(['/one']);
});

test('what a stack makes through an alias stands, and publishes, where that leads', () => {
  const provider = 'aws.region_us-west-2';
  const source = stack(
    {
      aws_sns_topic: { away: { name: 't', provider }, own: { name: 't', provider: 'aws' } },
      aws_ssm_parameter: { p: { name: '/topic', value: '${aws_sns_topic.away.arn}', provider } },
    },
    { aliases: new Map([[provider, { account: '111111111111', region: 'us-west-2' }]]) },
  );
  const there = stack({}, { id: 'there', region: 'us-west-2', ...reading('/topic') });
  const resolver = new Resolver([source, there]);
  expect(resolver.text(there, it)).toBe('arn:aws:sns:us-west-2:111111111111:t');
  const topics = StackView.of(source, resolver).map((view) => [
    view.location.region,
    view.blocks('aws_sns_topic').map((block) => block.attribute('arn')),
  ]);
  expect(topics).toEqual([
    ['eu-west-1', ['arn:aws:sns:eu-west-1:111111111111:t']],
    ['us-west-2', ['arn:aws:sns:us-west-2:111111111111:t']],
  ]);
});

test('the parameters of a role that nobody publishes stand for one role', () => {
  const source = stack(
    {},
    {
      data: {
        aws_ssm_parameter: {
          arn: { name: '/o/other/generated-role/boss/arn' },
          id: { name: '/o/other/generated-role/boss/id' },
        },
      },
    },
  );
  const resolver = new Resolver([source]);
  const arn = resolver.text(source, '${data.aws_ssm_parameter.arn.insecure_value}');
  expect(arn).toMatch(/^arn:aws:iam::111111111111:role\//);
  const own = stack({ aws_iam_role: { boss: { name: arn.split('/')[1] } } });
  expect(resolver.text(source, '${data.aws_ssm_parameter.id.insecure_value}')).toBe(
    new Resolver([own]).text(own, '${aws_iam_role.boss.unique_id}'),
  );
});

test('the key of an alias that somebody else made is one key, wherever it is asked for', () => {
  const source = stack(
    {},
    { data: { aws_kms_alias: { old: { name: 'alias/old' }, new: { name: 'alias/new' } } } },
  );
  const resolver = new Resolver([source]);
  const id = resolver.text(source, '${data.aws_kms_alias.old.target_key_id}');
  const arn = resolver.text(source, '${data.aws_kms_alias.old.target_key_arn}');
  expect(arn).toBe(`arn:aws:kms:eu-west-1:111111111111:key/${id}`);
  expect(resolver.text(source, '${data.aws_kms_alias.new.target_key_arn}')).not.toBe(arn);
  expect(resolver.text(source, '${data.aws_kms_alias.old.arn}')).toBe(
    'arn:aws:kms:eu-west-1:111111111111:alias/old',
  );
});

test('functions of names and lists', () => {
  const source = stack(role, {
    data: { aws_iam_roles: { sso: { name_regex: '^AWSReservedSSO_Guests_[0-9a-zA-Z]{16}$' } } },
  });
  const resolver = new Resolver([source]);
  expect(resolver.text(source, '${element(split("/", aws_iam_role.one.arn), -1)}')).toBe('one');
  expect(resolver.text(source, '${one(data.aws_iam_roles.sso.arns)}')).toContain('/AWSReservedSSO_Guests_');
});

test('what cannot be worked out is a value of its own, and told', () => {
  const source = stack({});
  const resolver = new Resolver([source]);
  const value = resolver.text(source, '${upper(local.x)}');
  expect(value).not.toContain('${');
  expect(resolver.text(source, '${upper(local.y)}')).not.toBe(value);
  expect(resolver.text(source, 'a %{ if local.x }b')).not.toContain('%{');
  const told = ['upper(local.x)', 'upper(local.y)', '%{ if local.x }'].map((each) => `lake-dev: ${each}`);
  expect([...resolver.unresolved]).toEqual(told);
});
