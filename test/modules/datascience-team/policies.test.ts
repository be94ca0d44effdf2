import { policyLimits, policySize } from '../../../aws/iam/size';
import { ask as answerTo, everything, session, standIn } from '../../support/decide';
import { resource, resources, statement, synthModule, type StackJson } from '../../support/synth';
import { ask, physical } from './access';
import { studio } from './team';

const prefix = 'test-org-test-env-test-domain-test-module';
const bucket = `arn:aws:s3:::${prefix}-minilake-projects`;
const keyArn = '${aws_kms_key.test-module__minilake.arn}';
const keyStandIn = standIn('aws_kms_key.test-module__minilake.arn');
const sagemaker = (name: string) => `arn:aws:sagemaker:eu-west-1:111111111111:${name}`;

let json: StackJson;
beforeAll(async () => {
  ({ json } = await synthModule('datascience-team', studio({}, { mlflow: { enabled: true } })));
});

/** The statement of one of the team's policies, whichever part it is in. */
function find(policy: string, sid: string): Record<string, any> {
  const parts = Object.entries(resources(json, 'aws_iam_policy'))
    .filter(
      ([key]) => key === `test-module__policy__${policy}` || key === `test-module__policy__${policy}__2`,
    )
    .map(([, block]) => block.policy as string);
  const [found] = parts.filter((part) => part.includes(`"Sid":"${sid}"`));
  if (found === undefined) throw new Error(`no statement ${sid} in ${policy}`);
  return statement(found, sid);
}

test('the execution role has room for two policies of its own', () => {
  const policies = Object.values(resources(json, 'aws_iam_policy'));
  const attached = Object.values(resources(json, 'aws_iam_role_policy_attachment'));
  expect(attached.filter(({ role }) => role === 'execution').length).toBeLessThanOrEqual(8);
  for (const { policy } of policies) {
    expect(policySize(policy as string)).toBeLessThanOrEqual(policyLimits['managed policy']);
  }
});

test('with the longest names, and nothing stated, three parts are the most', async () => {
  const { json: long } = await synthModule(
    'datascience-team',
    studio(
      {},
      {
        mlflow: { enabled: true },
        teamExecutionRole: { id: 'ssm:/some/role/id', arn: 'ssm:/some/role/arn' },
      },
    ),
    {
      root: { organization: 'an-organization-with-a-long-name' },
      environment: { account: 'default', region: 'default' },
    },
  );
  expect(Object.keys(resources(long, 'aws_iam_policy')).length).toBeLessThanOrEqual(8);
});

test('the team finds its bucket, workgroup and role by their parameters', () => {
  const at = 'arn:aws:ssm:eu-west-1:111111111111:parameter/test-org/test-domain/test-module';
  expect(find('team', 'Parameters').Resource).toEqual([`${at}/*`, `${at}-minilake/*`, `${at}-athena/*`]);
  expect(find('team', 'ExecutionRole').Resource).toBe('arn:aws:iam::111111111111:role/execution');
  expect(find('team', 'Bucket').Resource).toBe(bucket);
});

test('the execution role is passed to SageMaker only', () => {
  expect(find('sm-write', 'PassRole')).toMatchObject({
    Action: 'iam:PassRole',
    Resource: 'arn:aws:iam::111111111111:role/execution',
    Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
  });
});

test.each(['sm-write', 'basic-execution'])('%s: the key is granted to services only', (name) => {
  expect(find(name, 'Grants')).toMatchObject({
    Action: 'kms:CreateGrant',
    Resource: keyArn,
    Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
  });
  const { policy: text } = resource(json, 'aws_iam_policy', name);
  expect(String(text).split('kms:CreateGrant')).toHaveLength(2);
});

test('images are pulled from any account of AWS in the region, never pushed', () => {
  const { Action, Resource } = find('sm-write', 'Images');
  expect(Resource).toBe('arn:aws:ecr:eu-west-1:*:repository/sagemaker*');
  expect(Action).toEqual(expect.arrayContaining(['ecr:BatchGetImage', 'ecr:BatchCheckLayerAvailability']));
  expect((Action as string[]).filter((action) => /Put|Upload|Delete|Create/.test(action))).toEqual([]);
  expect(find('sm-write', 'ImageLogin')).toMatchObject({
    Action: 'ecr:GetAuthorizationToken',
    Resource: '*',
  });
});

const tag = { 'aws:RequestTag/sagemaker:domain-arn': physical.domainArn('test-module') };
const teamKey = physical.keyArn('test-module');
const uri = 'sagemaker:FeatureGroupOfflineStoreS3Uri';
const online = (key?: string, suffix = '') => ({
  'sagemaker:FeatureGroupEnableOnlineStore': 'true',
  ...(key !== undefined && { [`sagemaker:FeatureGroupOnlineStoreKmsKey${suffix}`]: key }),
});
const offline = (name: string, key?: string) => ({
  'sagemaker:FeatureGroupOfflineStoreConfig': 'true',
  [uri]: `s3://${name}/features`,
  ...(key !== undefined && { 'sagemaker:FeatureGroupOfflineStoreKmsKeyArn': key }),
});
const ownBucket = `${prefix}-minilake-projects`;

test.each<[string, Readonly<Record<string, string>>, string]>([
  ['an online store', online(teamKey), 'allowed'],
  ['an online store, told by the newer key', online(teamKey, 'Arn'), 'allowed'],
  ['an online store with no key', online(), 'explicitly denied'],
  ['an online store with another key', online('another', 'Arn'), 'explicitly denied'],
  ['an offline store', offline(ownBucket, teamKey), 'allowed'],
  ['an offline store in another bucket', offline('another', teamKey), 'implicitly denied'],
  ['an offline store with no key', offline(ownBucket), 'explicitly denied'],
  ['both stores', { ...online(teamKey), ...offline(ownBucket, teamKey) }, 'allowed'],
  ['both, one with no key', { ...online(), ...offline(ownBucket, teamKey) }, 'explicitly denied'],
])('a feature group with %s: %s', (_name, context, expected) => {
  const request = { role: 'user', action: 'sagemaker:CreateFeatureGroup', context: { ...tag, ...context } };
  expect(ask(json, { ...request, resource: sagemaker('feature-group/a') })).toBe(expected);
});

test.each<[string, string, Readonly<Record<string, string>>, string]>([
  ['CreateNetworkInterface', 'subnet/subnet-1', { 'ec2:Vpc': 'vpc/vpc-1' }, 'allowed'],
  ['CreateNetworkInterface', 'subnet/subnet-9', { 'ec2:Vpc': 'vpc/vpc-9' }, 'implicitly denied'],
  ['CreateNetworkInterface', 'network-interface/*', {}, 'allowed'],
  ['CreateNetworkInterfacePermission', 'network-interface/eni-1', { 'ec2:Vpc': 'vpc/vpc-1' }, 'allowed'],
  [
    'CreateNetworkInterfacePermission',
    'network-interface/eni-9',
    { 'ec2:Vpc': 'vpc/vpc-9' },
    'implicitly denied',
  ],
  ['DeleteNetworkInterface', 'network-interface/eni-9', { 'ec2:Vpc': 'vpc/vpc-9' }, 'implicitly denied'],
  ['CreateVpcEndpoint', 'vpc/vpc-1', { 'ec2:VpcID': 'vpc-1' }, 'allowed'],
  ['CreateVpcEndpoint', 'vpc/vpc-9', { 'ec2:VpcID': 'vpc-9' }, 'implicitly denied'],
])('the network of the domain: %s on %s %j: %s', (action, name, context, expected) => {
  const at = 'arn:aws:ec2:eu-west-1:222222222222:';
  const vpc = context['ec2:Vpc'];
  const told = { ...context, ...(vpc !== undefined && { 'ec2:Vpc': `${at}${vpc}` }) };
  const request = { role: 'execution', action: `ec2:${action}`, context: told };
  expect(ask(json, { ...request, resource: `${at}${name}` })).toBe(expected);
});

test.each([
  ['/aws/sagemaker/TrainingJobs:log-stream:a', 'allowed'],
  ['/aws/sagemaker/studio:log-stream:d-other/someone/JupyterLab/default', 'implicitly denied'],
  ['/aws/sagemaker/studio:log-stream:d-other/x/TrainingJobs', 'implicitly denied'],
  ['/aws/lambda/sagemaker-helper:log-stream:a', 'implicitly denied'],
])('the logs in %s: %s', (group, expected) => {
  for (const action of ['logs:GetLogEvents', 'logs:PutLogEvents']) {
    const arn = `arn:aws:logs:eu-west-1:111111111111:log-group:${group}`;
    expect(ask(json, { role: 'execution', action, resource: arn })).toBe(expected);
  }
});

test('the team works with what is on its own tracking server', () => {
  const server = sagemaker(`mlflow-tracking-server/${prefix}-mlflow-tracking`);
  expect(find('sm-write', 'Tracking')).toMatchObject({ Action: 'sagemaker-mlflow:*', Resource: server });
  expect(find('sm-write', 'TrackingServer').Resource).toBe(server);
});

test('nobody changes the owner of a user profile', () => {
  expect(find('sm-guardrail', 'ProfileOwner')).toMatchObject({
    Effect: 'Deny',
    Action: ['sagemaker:AddTags', 'sagemaker:DeleteTags'],
    Resource: 'arn:aws:sagemaker:*:*:user-profile/*',
    Condition: { 'ForAnyValue:StringEqualsIgnoreCase': { 'aws:TagKeys': 'userid' } },
  });
});

test('a user launches no profile but the own one', () => {
  expect(find('sm-guardrail', 'OtherProfiles')).toMatchObject({
    Effect: 'Deny',
    Action: 'sagemaker:CreatePresignedDomainUrl',
    Resource: '*',
    Condition: { StringNotEquals: { 'sagemaker:ResourceTag/userid': '$${aws:userid}' } },
  });
});

const safe = {
  'sagemaker:VolumeKmsKey': keyStandIn,
  'sagemaker:OutputKmsKey': keyStandIn,
  'sagemaker:InterContainerTrafficEncryption': 'true',
  'sagemaker:VpcSubnets': 'subnet-1',
  'sagemaker:VpcSecurityGroupIds': 'sg-1',
};
const notebook = { ...safe, 'sagemaker:DirectInternetAccess': 'Disabled' };
// What SageMaker may send instead.
const newer = Object.fromEntries(
  Object.entries(safe).map(([key, value]) => [key.replace(/KmsKey$/, 'KmsKeyArn'), value]),
);
const without = (context: Readonly<Record<string, string>>, key: string) =>
  Object.fromEntries(Object.entries(context).filter(([name]) => name !== `sagemaker:${key}`));

test.each<[string, string, Readonly<Record<string, string>>, string]>([
  ['a training job as it must be', 'CreateTrainingJob', safe, 'allowed'],
  ['one whose keys are told by the newer keys', 'CreateTrainingJob', newer, 'allowed'],
  [
    'one with another key of these',
    'CreateTrainingJob',
    { ...newer, 'sagemaker:VolumeKmsKeyArn': 'x' },
    'explicitly denied',
  ],
  [
    'one without a key for its volume',
    'CreateTrainingJob',
    without(safe, 'VolumeKmsKey'),
    'explicitly denied',
  ],
  [
    'one with another key for its output',
    'CreateProcessingJob',
    { ...safe, 'sagemaker:OutputKmsKey': 'x' },
    'explicitly denied',
  ],
  ['one outside a VPC', 'CreateTrainingJob', without(safe, 'VpcSubnets'), 'explicitly denied'],
  [
    'one without a security group',
    'CreateTrainingJob',
    without(safe, 'VpcSecurityGroupIds'),
    'explicitly denied',
  ],
  [
    'one that says nothing of its traffic',
    'CreateTrainingJob',
    without(safe, 'InterContainerTrafficEncryption'),
    'explicitly denied',
  ],
  [
    'one with traffic in clear',
    'CreateTrainingJob',
    { ...safe, 'sagemaker:InterContainerTrafficEncryption': 'false' },
    'explicitly denied',
  ],
  ['a model outside a VPC', 'CreateModel', {}, 'explicitly denied'],
  ['a notebook without internet', 'CreateNotebookInstance', notebook, 'allowed'],
  ['a notebook that says nothing', 'CreateNotebookInstance', safe, 'explicitly denied'],
  [
    'a notebook with internet',
    'CreateNotebookInstance',
    { ...notebook, 'sagemaker:DirectInternetAccess': 'Enabled' },
    'explicitly denied',
  ],
  ['deleting', 'DeleteModel', {}, 'allowed'],
])('the guardrail, whatever else is allowed, on %s', (_name, action, context, expected) => {
  const { policy } = resource(json, 'aws_iam_policy', 'policy__sm-guardrail');
  const request = { action: `sagemaker:${action}`, resource: sagemaker('x'), context };
  expect(answerTo(request, { identity: [policy as string, everything] })).toBe(expected);
});

const holding = (id: string) => session(`arn:aws:iam::111111111111:role/${id}`, id);

test.each<[string, string, string, string]>([
  ['AROAUSER', 's3:PutObject', 'projects/a', 'allowed'],
  ['AROAEXECUTION', 's3:DeleteObject', 'sagemaker/a', 'allowed'],
  ['AROAUSER', 's3:GetObject', 'athena-results/a', 'allowed'],
  ['AROAUSER', 's3:PutObject', 'mlflow-artifacts/1/a', 'allowed'],
  ['AROAEXECUTION', 's3:GetObject', 'sagemaker-lifecycle-assets/studio/a', 'allowed'],
  ['AROAEXECUTION', 's3:PutObject', 'sagemaker-lifecycle-assets/studio/a', 'explicitly denied'],
  ['AROAUSER', 's3:PutObject', 'a', 'explicitly denied'],
  ['AROAUSER', 's3:PutObject', 'inventory/a', 'explicitly denied'],
  ['AROAUSER', 's3:DeleteObjectVersion', 'projects/a', 'explicitly denied'],
  ['AROAADMIN', 's3:DeleteObjectVersion', 'projects/a', 'allowed'],
  ['AROAOTHER', 's3:GetObject', 'projects/a', 'explicitly denied'],
  ['AROAOTHER', 's3:PutObject', 'sagemaker-lifecycle-assets/studio/a', 'explicitly denied'],
])('in the bucket %s may %s %s: %s', (id, action, key, expected) => {
  const policy = resource(json, 'aws_s3_bucket_policy').policy as string;
  const request = { caller: holding(id), action, resource: `${bucket}/${key}` };
  expect(answerTo(request, { resource: policy })).toBe(expected);
});

test('the tracking server reaches its artifacts and nothing else, the deploying identity the assets', () => {
  const policy = resource(json, 'aws_s3_bucket_policy').policy as string;
  const caller = holding(standIn('aws_iam_role.test-module__mlflow.unique_id'));
  const put = (key: string) => ({ caller, action: 's3:PutObject', resource: `${bucket}/${key}` });
  expect(answerTo(put('mlflow-artifacts/a'), { resource: policy })).toBe('allowed');
  expect(answerTo(put('projects/a'), { resource: policy })).toBe('explicitly denied');
  expect(statement(resource(json, 'aws_iam_role_policy').policy as string, 'Artifacts').Resource).toBe(
    `${bucket}/mlflow-artifacts/*`,
  );
  expect(statement(policy, 'DeployerAssets').Resource).toBe(`${bucket}/sagemaker-lifecycle-assets/*`);
});
