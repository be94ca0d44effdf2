import { allPermissions } from '../../../../../modules/environment/permissions';
import { arn, ask, carries, requests } from './ask';
import { kinds } from './kinds';
import { account, allOff, roleArn } from './team';

const own = 'DataScience';
const other = 'Finance';
const refused = 'implicitly denied';

describe('the example of the document', () => {
  const parameter = arn('ssm', 'parameter/fin-model');

  test('a parameter with the prefix and the tag can be created', () => {
    expect(ask('ssm:PutParameter', parameter, requests(own))).toBe('allowed');
    expect(ask('ssm:AddTagsToResource', parameter, requests(own))).toBe('allowed');
    expect(ask('ssm:PutParameter', arn('ssm', 'parameter/fin/model'), requests(own))).toBe('allowed');
  });

  test('one without the tag, with the tag of another team, or without the prefix cannot', () => {
    expect(ask('ssm:PutParameter', parameter)).toBe(refused);
    expect(ask('ssm:PutParameter', parameter, requests(other))).toBe(refused);
    expect(ask('ssm:PutParameter', arn('ssm', 'parameter/model'), requests(own))).toBe(refused);
    expect(ask('ssm:PutParameter', arn('ssm', 'parameter/finance-model'), requests(own))).toBe(refused);
  });
});

describe.each(kinds)('$create', ({ create, tag, manage, named, unnamed, permission, whileMade = {} }) => {
  const mine = named('fin-churn');
  const elsewhere = named('ops-churn');

  test('makes what is prefixed and tagged, and nothing else', () => {
    const made = unnamed ? '*' : mine;
    expect(ask(create, made, requests(own))).toBe('allowed');
    expect(ask(create, made)).toBe(refused);
    expect(ask(create, made, requests(other))).toBe(refused);
    if (!unnamed) expect(ask(create, elsewhere, requests(own))).toBe(refused);
  });

  test.each(manage)('%s is for what the team has made', (action) => {
    expect(ask(action, mine, carries(own))).toBe('allowed');
    expect(ask(action, mine, carries(other))).toBe(refused);
    expect(ask(action, elsewhere, carries(own))).toBe(refused);
  });

  test('nothing changes hands', () => {
    if (tag === undefined) return;
    expect(ask(tag, mine, { ...requests(own), ...whileMade })).toBe('allowed');
    expect(ask(tag, mine, { ...requests(own), ...carries(own) })).toBe('allowed');
    for (const more of [{}, whileMade]) {
      expect(ask(tag, mine, { ...requests(own), ...carries(other), ...more })).toBe(refused);
      expect(ask(tag, mine, { ...requests(other), ...carries(own), ...more })).toBe(refused);
      expect(ask(tag, mine, { ...carries(own), 'aws:TagKeys': ['colour'], ...more })).toBe(refused);
      expect(ask(tag, elsewhere, { ...requests(own), ...more })).toBe(refused);
    }
    const both = { ...requests(own), 'aws:TagKeys': ['Team', 'team'], ...whileMade };
    expect(ask(tag, mine, both)).toBe('explicitly denied');
    const untag = tag.replace(/:(Add|Tag)(.*)/, (_, verb, rest) =>
      verb === 'Tag' ? `:Untag${rest}` : ':RemoveTags',
    );
    for (const action of [untag, 'ssm:RemoveTagsFromResource', 'sagemaker:DeleteTags']) {
      expect(ask(action, mine, { ...carries(own), 'aws:TagKeys': ['Team'] })).toBe(refused);
    }
  });

  test('without the feature, or without the permission, nothing of it', () => {
    if (permission === undefined) return;
    const made = unnamed ? '*' : mine;
    const without = new Set(
      allPermissions.filter((name) =>
        // Notebooks and Studio share what both make.
        create.startsWith('sagemaker:') ? !/NOTEBOOK|SGMSTUDIO/.test(name) : name !== permission,
      ),
    );
    expect(ask(create, made, requests(own), { permissions: without })).toBe(refused);
    for (const action of manage) {
      expect(ask(action, mine, carries(own), { permissions: without })).toBe(refused);
    }
    if (permission === 'CREATE_DATASET') return;
    expect(ask(create, made, requests(own), { features: allOff })).toBe(refused);
    for (const action of manage) expect(ask(action, mine, carries(own), { features: allOff })).toBe(refused);
  });
});

describe('what replaces all tags', () => {
  const cases = [
    ['cloudformation:UpdateStack', arn('cloudformation', 'stack/fin-a/1')],
    ['codebuild:UpdateProject', arn('codebuild', 'project/fin-a')],
  ] as const;
  test.each(cases)('%s says the tag of the team again', (action, resource) => {
    expect(ask(action, resource, { ...requests(own), ...carries(own) })).toBe('allowed');
    expect(ask(action, resource, carries(own))).toBe(refused);
    expect(ask(action, resource, { ...requests(other), ...carries(own) })).toBe(refused);
    expect(ask(action, resource, { ...requests(own), ...carries(other) })).toBe(refused);
    expect(ask(action, resource, requests(own))).toBe(refused);
  });
});

describe('the role is handed on', () => {
  const to = (service: string) => ({ 'iam:PassedToService': `${service}.amazonaws.com` });
  const others = `arn:aws:iam::${account}:role/fin-finance`;

  test.each(['glue', 'lambda', 'sagemaker', 'states', 'databrew'])('to %s, itself only', (service) => {
    expect(ask('iam:PassRole', roleArn, to(service), { features: allOff })).toBe('allowed');
    expect(ask('iam:PassRole', others, to(service))).toBe(refused);
  });

  test.each(['codebuild', 'codepipeline', 'omics'])('to %s with the feature', (service) => {
    expect(ask('iam:PassRole', roleArn, to(service))).toBe('allowed');
    expect(ask('iam:PassRole', roleArn, to(service), { features: allOff })).toBe(refused);
    expect(ask('iam:PassRole', others, to(service))).toBe(refused);
  });

  test.each(['ec2', 'cloudformation', 'ecs-tasks'])('never to %s', (service) => {
    expect(ask('iam:PassRole', roleArn, to(service))).toBe(refused);
  });

  test.each(['CreateRole', 'CreatePolicy', 'AttachRolePolicy', 'PutRolePolicy', 'CreateServiceLinkedRole'])(
    'and no other comes to be by %s',
    (action) => {
      expect(ask(`iam:${action}`, `arn:aws:iam::${account}:role/service-role/fin-x`, requests(own))).toBe(
        refused,
      );
      expect(ask(`iam:${action}`, `arn:aws:iam::${account}:policy/fin-x`, requests(own))).toBe(refused);
    },
  );
});

describe('what has no prefix or tag', () => {
  const bucket = 'arn:aws:s3:::fin-environment';
  const folder = `${bucket}/athenaqueries`;

  test('results of queries are for the workgroup of the team', () => {
    expect(ask('athena:StartQueryExecution', arn('athena', 'workgroup/fin-data-science'))).toBe('allowed');
    expect(ask('athena:StartQueryExecution', arn('athena', 'workgroup/fin-finance'))).toBe(refused);
    expect(ask('s3:GetObject', `${folder}/fin-data-science/a.csv`)).toBe('allowed');
    expect(ask('s3:GetObject', `${folder}/fin-finance/a.csv`)).toBe(refused);
    expect(ask('s3:ListBucket', bucket, { 's3:prefix': 'athenaqueries/fin-data-science/a' })).toBe('allowed');
    expect(ask('s3:ListBucket', bucket, { 's3:prefix': 'athenaqueries/', 's3:delimiter': '/' })).toBe(
      'allowed',
    );
    expect(ask('s3:ListBucket', bucket, { 's3:prefix': 'athenaqueries/' })).toBe(refused);
    expect(ask('s3:ListBucket', bucket)).toBe(refused);
  });

  test('the code that profiles data is read', () => {
    expect(ask('s3:GetObject', `${bucket}/profiling/code/a.py`)).toBe('allowed');
    expect(ask('s3:PutObject', `${bucket}/profiling/code/a.py`)).toBe(refused);
    expect(ask('s3:GetObject', `${bucket}/profiling/results/a`)).toBe(refused);
  });

  test('the key of the bucket is used through S3', () => {
    const key = arn('kms', 'key/1');
    expect(ask('kms:Decrypt', key, { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' })).toBe('allowed');
    expect(ask('kms:Decrypt', key)).toBe(refused);
  });

  test('Glue Studio has a folder for the team, whose name stands for itself', () => {
    const assets = `arn:aws:s3:::aws-glue-assets-${account}-eu-west-1`;
    expect(ask('s3:PutObject', `${assets}/fin/DataScience/a.py`)).toBe('allowed');
    expect(ask('s3:PutObject', `${assets}/fin/Finance/a.py`)).toBe(refused);
    expect(ask('s3:PutObject', `${assets}/fin/Finance/a.py`, {}, { team: '*' })).toBe(refused);
    expect(ask('s3:PutObject', `${assets}/fin/*/a.py`, {}, { team: '*' })).toBe('allowed');
    expect(ask('s3:PutObject', `${assets}/fin/a/b/c.py`, {}, { team: 'a/b' })).toBe(refused);
    expect(ask('s3:PutObject', `${assets}/fin/a%2Fb/c.py`, {}, { team: 'a/b' })).toBe('allowed');
  });

  test('profiles of Studio are opened by their team', () => {
    const profile = arn('sagemaker', 'user-profile/d-1/someone');
    expect(ask('sagemaker:CreatePresignedDomainUrl', profile, carries(own))).toBe('allowed');
    expect(ask('sagemaker:CreatePresignedDomainUrl', profile, carries(other))).toBe(refused);
    expect(ask('sagemaker:CreatePresignedDomainUrl', profile)).toBe(refused);
    const features = { ...allOff, notebooks: true };
    expect(ask('sagemaker:CreatePresignedDomainUrl', profile, carries(own), { features })).toBe(refused);
  });

  test('spaces of Studio are for the profile that owns them', () => {
    const space = arn('sagemaker', 'space/d-1/lab');
    const owner = (name: string) => ({
      'sagemaker:UserProfileName': 'someone',
      'sagemaker:OwnerUserProfileArn': arn('sagemaker', `user-profile/d-1/${name}`),
    });
    expect(ask('sagemaker:CreateSpace', space, owner('someone'))).toBe('allowed');
    expect(ask('sagemaker:DeleteSpace', space, owner('else'))).toBe(refused);
    expect(ask('sagemaker:CreateDomain', arn('sagemaker', 'domain/d-2'), requests(own))).toBe(refused);
  });

  test('runs of workflows are for their team', () => {
    const run = arn('omics', 'run/1');
    expect(ask('omics:StartRun', run, requests(own))).toBe('allowed');
    expect(ask('omics:StartRun', run)).toBe(refused);
    expect(ask('omics:GetRun', run, carries(own))).toBe('allowed');
    expect(ask('omics:CancelRun', run, carries(other))).toBe(refused);
    expect(ask('omics:GetRun', run, carries(own), { features: allOff })).toBe(refused);
  });

  test('a mapping of events is for functions of the team', () => {
    const on = (name: string) => ({ 'lambda:FunctionArn': arn('lambda', `function:${name}`) });
    const mapping = arn('lambda', 'event-source-mapping:1');
    expect(ask('lambda:CreateEventSourceMapping', '*', { ...requests(own), ...on('fin-a') })).toBe('allowed');
    expect(ask('lambda:CreateEventSourceMapping', '*', { ...requests(own), ...on('ops-a') })).toBe(refused);
    expect(ask('lambda:DeleteEventSourceMapping', mapping, { ...carries(own), ...on('fin-a') })).toBe(
      'allowed',
    );
    expect(ask('lambda:DeleteEventSourceMapping', mapping, { ...carries(other), ...on('fin-a') })).toBe(
      refused,
    );
  });

  test('tables are made in databases of the team', () => {
    const table = arn('glue', 'table/fin_sales/orders');
    expect(ask('glue:CreateTable', arn('glue', 'catalog'))).toBe('allowed');
    expect(ask('glue:CreateTable', table)).toBe('allowed');
    expect(ask('glue:CreateTable', arn('glue', 'table/ops_sales/orders'))).toBe(refused);
    expect(ask('glue:CreateTable', arn('glue', 'database/fin_sales'), carries(other))).toBe(refused);
    expect(ask('glue:CreateTable', arn('glue', 'database/fin_sales'))).toBe(refused);
  });

  test('a prefix with a dash is found in names that Glue writes with underscores', () => {
    const prefixes = ['fin-dev', 'old'] as const;
    const create = (name: string) =>
      ask('glue:CreateDatabase', arn('glue', `database/${name}`), requests(own), { prefixes });
    expect(['fin_dev_a', 'fin-dev-a', 'old_a'].map(create)).toEqual(['allowed', 'allowed', 'allowed']);
    expect(['fin_prod_a', 'fin_devel', 'a'].map(create)).toEqual([refused, refused, refused]);
  });

  test('no passwords, no settings of the account, nothing made public', () => {
    expect(ask('glue:GetConnections', arn('glue', 'connection/ops-db'))).toBe(refused);
    expect(ask('codebuild:ImportSourceCredentials', '*')).toBe(refused);
    expect(ask('codebuild:UpdateProjectVisibility', arn('codebuild', 'project/fin-a'), carries(own))).toBe(
      refused,
    );
    expect(ask('lambda:AddPermission', arn('lambda', 'function:fin-a'), carries(own))).toBe(refused);
    expect(ask('lambda:CreateFunctionUrlConfig', arn('lambda', 'function:fin-a'), carries(own))).toBe(
      refused,
    );
    expect(ask('secretsmanager:PutResourcePolicy', arn('secretsmanager', 'secret:fin-a'), carries(own))).toBe(
      refused,
    );
    expect(ask('ssm:GetParametersByPath', arn('ssm', 'parameter/fin/'), carries(own))).toBe(refused);
    expect(ask('tag:TagResources', '*', requests(own))).toBe(refused);
  });
});
