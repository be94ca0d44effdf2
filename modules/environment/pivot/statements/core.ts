import { kmsUse } from '../../../../core/aws/actions';
import { arnOf } from '../../../../core/aws/location';
import type { Conditions, PolicyStatement } from '../../../../aws/iam/statement';
import { inParts } from '../../../../aws/iam/pack';
import { iamArn, of, prefixed, prefixedBuckets, prefixedRoles, type PivotFacts } from './facts';

/** What reading and using a key comes to, with looking after its policy. */
export const keyActions = [...kmsUse, ...of('kms', 'GetKeyPolicy', 'PutKeyPolicy')];

/** Requests for keys that one of these aliases leads to. */
export function withAlias(aliases: readonly string[]): Conditions {
  return { 'ForAnyValue:StringLike': { 'kms:ResourceAliases': aliases } };
}

/** What every environment needs: to look around in IAM, to take the role of a team, buckets, keys and parameters. */
export function core(facts: PivotFacts): readonly PolicyStatement[] {
  return [...roles(facts), ...keys(facts), ...buckets(facts), ...reports(facts)];
}

function roles(facts: PivotFacts): readonly PolicyStatement[] {
  return [
    // To see whether a role or policy exists and what is attached: consumption roles may be any of the account.
    {
      sid: 'IAMGet',
      actions: of(
        'iam',
        ...['GetRole', 'GetRolePolicy', 'ListRolePolicies', 'ListAttachedRolePolicies', 'ListRoleTags'],
        ...['GetPolicy', 'GetPolicyVersion', 'ListPolicyVersions', 'ListEntitiesForPolicy'],
      ),
      resources: [iamArn(facts.location, 'role/*'), iamArn(facts.location, 'policy/*')],
    },
    // These lists know no resource.
    { sid: 'IAMList', actions: of('iam', 'ListRoles', 'ListPolicies'), resources: ['*'] },
    {
      sid: 'PassRole',
      actions: ['iam:PassRole'],
      resources: [facts.roleArn],
      conditions: {
        StringEquals: {
          'iam:PassedToService': ['glue', 'lakeformation', 'lambda'].map(
            (service) => `${service}.amazonaws.com`,
          ),
        },
      },
    },
    // Whether a role lets itself be taken is said by its trust: those of teams and datasets do.
    ...inParts([...prefixedRoles(facts), ...facts.otherRoleArns], (resources) => ({
      sid: 'STS',
      actions: ['sts:AssumeRole'],
      resources,
    })),
  ];
}

function keys(facts: PivotFacts): readonly PolicyStatement[] {
  // ARNs of keys have no names in them: the aliases tell.
  const resources = [arnOf(facts.location, 'kms', 'key/*')];
  return [
    // These lists know no resource.
    { sid: 'KMSList', actions: of('kms', 'ListAliases', 'ListKeys'), resources: ['*'] },
    { sid: 'KMSDescribe', actions: ['kms:DescribeKey'], resources },
    {
      sid: 'KMSAlias',
      actions: keyActions,
      resources,
      conditions: withAlias(facts.prefixes.map((prefix) => `alias/${prefix}-*`)),
    },
  ];
}

/** Objects are written and deleted by teams and datasets, with their own roles. */
function buckets(facts: PivotFacts): readonly PolicyStatement[] {
  return [
    {
      // What lists them and shows how an access point stands knows no resource.
      sid: 'ListBuckets',
      actions: of('s3', 'ListAllMyBuckets', 'ListAccessPoints', 'GetAccessPoint'),
      resources: ['*'],
    },
    {
      sid: 'ManagedBuckets',
      actions: [...bucketActions, 's3:GetObject*'],
      resources: prefixedBuckets(facts),
    },
  ];
}

/** Actions on buckets themselves: to see how they stand, and to look after who may use them. */
export const bucketActions = of(
  's3',
  ...['ListBucket', 'ListBucketVersions', 'GetBucket*', 'GetEncryptionConfiguration'],
  ...['GetLifecycleConfiguration', 'PutBucketPolicy'],
);

function reports(facts: PivotFacts): readonly PolicyStatement[] {
  const { location, prefixes, parameterRoot } = facts;
  return [
    {
      sid: 'ParameterStore',
      actions: ['ssm:GetParameter'],
      resources: [arnOf(location, 'ssm', `parameter${parameterRoot}/*`)],
    },
    {
      sid: 'Logs',
      actions: of('logs', 'CreateLogGroup', 'CreateLogStream', 'PutLogEvents'),
      resources: prefixed(facts, 'logs', 'log-group:/aws/lambda/'),
    },
    // Metrics are read by name; they know no resource.
    { sid: 'CWMetrics', actions: of('cloudwatch', 'GetMetricData', 'GetMetricStatistics'), resources: ['*'] },
    {
      sid: 'CWPutMetrics',
      actions: ['cloudwatch:PutMetricData'],
      resources: ['*'],
      conditions: { StringLike: { 'cloudwatch:namespace': prefixes.map((prefix) => `${prefix}-*`) } },
    },
    // Quotas are numbers of the account, and those of IAM stand in another region.
    {
      sid: 'ServiceQuotaListGet',
      actions: of(
        'servicequotas',
        ...['GetServiceQuota', 'GetAWSDefaultServiceQuota', 'ListServiceQuotas'],
        'ListAWSDefaultServiceQuotas',
      ),
      resources: ['*'],
    },
  ];
}
