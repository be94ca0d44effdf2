import { argument, resource, statement, statements, without, type Edit, type Mutation } from './mutation';

const raw = 'shared-dev/aws_s3_bucket_policy.datalake__bucket__raw';
const transformed = 'shared-dev/aws_s3_bucket_policy.datalake__bucket__transformed';
const lakeKey = 'shared-dev/aws_kms_key.datalake__key';
const catalogKey = 'shared-dev/aws_kms_key.glue-catalog__key';
const topic = 'dataops-dev/aws_sns_topic_policy.example-project__dataops-sns-topic';
const smWrite = 'datascience-dev/aws_iam_policy.example-team__policy__sm-write';
const guardrail = 'datascience-dev/aws_iam_policy.example-team__policy__sm-guardrail';
const usage = 'shared-dev/aws_iam_policy.athena__wg-usage';
const domain = 'datascience-dev/aws_sagemaker_domain.example-team__domain';
const teamRole = 'datascience-dev/aws_iam_role.roles__role__team-execution';
const grants = 'dataops-dev/aws_lakeformation_permissions';
const grant = `${grants}.example-project__database__sample-database__shared-data-user__tables`;
const attachment =
  'datascience-dev/aws_iam_role_policy_attachment.example-team__policy__sm-guardrail__data-scientist';

const removed = () => [];
const renamed = (policy: string, sid: string): Edit =>
  statement(policy, sid, (one) => [{ ...one, Sid: `${sid}Renamed` }]);
const twice = (policy: string, sid: string): Edit =>
  statement(policy, sid, (one) => [one, { ...one, Sid: `${sid}Again` }]);
const last = (policy: string, sid: string): Edit =>
  statements(policy, (all) => [
    ...all.filter(({ Sid }) => Sid !== sid),
    ...all.filter(({ Sid }) => Sid === sid),
  ]);
const tagged = (name: string): Edit =>
  argument(name, (block) => {
    block.tags = { ...(block.tags as object), note: 'harmless' };
  });
const lists = (value: string | string[] | undefined): string[] => [value ?? []].flat();

/** What a change of a module, or of a stack by hand, could do. */
export const jsonMutations: readonly Mutation[] = [
  {
    name: 'a bucket answers over plain HTTP',
    caughtBy: 'N7',
    dangerous: statement(raw, 'DenyInsecureTransport', removed),
    twinName: 'the same denial at the end',
    twin: last(raw, 'DenyInsecureTransport'),
  },
  {
    name: 'a bucket takes foreign keys',
    caughtBy: 'N8',
    dangerous: statement(raw, 'DenyOtherKey', removed),
    twinName: 'the same denial under another name',
    twin: renamed(raw, 'DenyOtherKey'),
  },
  {
    name: "a bucket takes S3's own key",
    caughtBy: 'N8',
    dangerous: statement(transformed, 'DenyOtherEncryption', removed),
    twinName: 'the same denial twice',
    twin: twice(transformed, 'DenyOtherEncryption'),
  },
  {
    name: 'a bucket without its default deny',
    caughtBy: 'N4',
    dangerous: statement(transformed, 'DefaultDeny', removed),
    twinName: 'its default deny in two statements',
    twin: statement(transformed, 'DefaultDeny', (one) =>
      lists(one.Action).map((Action, at) => ({ ...one, Sid: `DefaultDeny${String(at)}`, Action })),
    ),
  },
  {
    name: 'readers are no longer kept from writing',
    caughtBy: 'N3',
    dangerous: statement(raw, 'DenyWrite', removed),
    twinName: 'one more denial of writing',
    twin: twice(raw, 'DenyWrite'),
  },
  {
    name: 'a grant of a bucket is for everybody, and so is what it exempts',
    caughtBy: 'N4',
    dangerous: statements(raw, (all) =>
      all.map((one) =>
        one.Sid === 'DataRead' || one.Sid === 'DefaultDeny'
          ? {
              ...one,
              Condition: { Bool: { 'aws:SecureTransport': one.Effect === 'Allow' ? 'true' : 'false' } },
            }
          : one,
      ),
    ),
    twinName: 'a grant of a bucket with one more condition',
    twin: statement(raw, 'DataRead', (one) => [
      { ...one, Condition: { ...one.Condition, Bool: { 'aws:SecureTransport': 'true' } } },
    ]),
  },
  {
    name: 'the key of the lake is for everybody',
    caughtBy: 'N23',
    dangerous: statement(lakeKey, 'Usage', ({ Condition: _dropped, ...one }) => [one]),
    twinName: 'the key of the lake is for the same roles, said twice',
    twin: twice(lakeKey, 'Usage'),
  },
  {
    name: 'the key of the lake is given away',
    caughtBy: 'N23',
    dangerous: statements(lakeKey, (all) => [
      ...all,
      { Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*' },
    ]),
    twinName: 'the key of the lake is its account’s, said twice',
    twin: twice(lakeKey, 'Account'),
  },
  {
    name: 'the key of the catalog without the account of its users',
    caughtBy: 'N23',
    dangerous: statement(catalogKey, 'OwnAccount', ({ Condition: _dropped, ...one }) => [one]),
    twinName: 'the key of the catalog under another name',
    twin: renamed(catalogKey, 'OwnAccount'),
  },
  {
    name: 'a topic takes messages over plain HTTP',
    caughtBy: 'N20',
    dangerous: statement(topic, 'EnforceSSL', removed),
    twinName: 'the same denial at the end',
    twin: last(topic, 'EnforceSSL'),
  },
  {
    name: 'the role of the team goes to any service',
    caughtBy: 'N18',
    dangerous: statement(smWrite, 'PassRole', ({ Condition: _dropped, ...one }) => [one]),
    twinName: 'the role of the team goes to SageMaker, in a list',
    twin: statement(smWrite, 'PassRole', (one) => [
      { ...one, Condition: { StringEquals: { 'iam:PassedToService': ['sagemaker.amazonaws.com'] } } },
    ]),
  },
  {
    name: 'the team reaches what is not its own',
    caughtBy: '12.3 e',
    dangerous: statement(smWrite, 'Own', ({ Condition: _dropped, ...one }) => [one]),
    twinName: 'the team reaches its own, said twice',
    twin: twice(smWrite, 'Own'),
  },
  {
    name: 'the guardrail is taken off a role',
    caughtBy: 'N17',
    dangerous: without(attachment),
    twinName: 'the guardrail is attached twice',
    twin: resource(`${attachment}-again`, {
      role: '${aws_iam_role.roles__role__data-scientist.name}',
      policy_arn: '${aws_iam_policy.example-team__policy__sm-guardrail.arn}',
    }),
  },
  {
    name: 'jobs may run outside the VPC',
    caughtBy: 'N17',
    dangerous: statement(guardrail, 'NoSubnets', removed),
    twinName: 'the same denial under another name',
    twin: renamed(guardrail, 'NoSubnets'),
  },
  {
    name: 'users of a workgroup use all of them',
    caughtBy: 'N12',
    dangerous: statement(usage, 'Workgroup', (one) => [{ ...one, Resource: '*' }]),
    twinName: 'users of a workgroup use it, said twice',
    twin: statement(usage, 'Workgroup', (one) => [
      { ...one, Resource: [...lists(one.Resource), ...lists(one.Resource)] },
    ]),
  },
  {
    name: 'the tables are granted to everyone whom IAM allows',
    caughtBy: '12.3 g',
    dangerous: argument(grant, (block) => {
      block.principal = 'IAM_ALLOWED_PRINCIPALS';
    }),
    twinName: 'the same grant in another order',
    twin: argument(grant, (block) => {
      block.permissions = [...(block.permissions as string[])].reverse();
    }),
  },
  {
    name: 'a bucket may be public',
    caughtBy: 'N9',
    dangerous: argument('shared-dev/aws_s3_bucket_public_access_block.datalake__bucket__raw', (block) => {
      block.restrict_public_buckets = false;
    }),
    twinName: 'a bucket with one more tag',
    twin: tagged('shared-dev/aws_s3_bucket.datalake__bucket__raw'),
  },
  {
    name: 'objects of a bucket have ACLs',
    caughtBy: 'N9',
    dangerous: argument('shared-dev/aws_s3_bucket_ownership_controls.athena__bucket', (block) => {
      block.rule = { object_ownership: 'ObjectWriter' };
    }),
    twinName: 'a key with one more tag',
    twin: tagged(lakeKey),
  },
  {
    name: 'Studio reaches the internet',
    caughtBy: 'N22',
    dangerous: argument(domain, (block) => {
      block.app_network_access_type = 'PublicInternetOnly';
    }),
    twinName: 'Studio with one more tag',
    twin: tagged(domain),
  },
  {
    name: 'CloudTrail no longer shows the profile',
    caughtBy: 'H32',
    dangerous: argument(domain, (block) => {
      block.domain_settings = { execution_role_identity_config: 'DISABLED' };
    }),
    twinName: 'a profile with one more tag',
    twin: tagged('datascience-dev/aws_sagemaker_user_profile.example-team__profile__example-user'),
  },
  {
    name: 'people of the account become the execution role',
    caughtBy: 'N21',
    dangerous: statements(
      teamRole,
      (all) => [
        ...all,
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::000000000000:root' },
          Action: 'sts:AssumeRole',
        },
      ],
      'assume_role_policy',
    ),
    twinName: 'SageMaker becomes the execution role, said twice',
    twin: statements(teamRole, (all) => [...all, ...all.slice(0, 1)], 'assume_role_policy'),
  },
];
