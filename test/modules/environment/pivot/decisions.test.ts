import { assume, ask, serve } from './decide';
import { account, pivotFacts } from './facts';

const facts = pivotFacts();
const trust = {
  trustedAccountId: '222222222222',
  trustedPrincipals: ['role/*graphql-role', 'role/*awsworker-role'],
  externalId: 'Zq8external',
} as const;

describe('who takes the role', () => {
  const central = 'arn:aws:iam::222222222222:role/acme-prod-graphql-role';
  const id = { 'sts:ExternalId': 'Zq8external' };
  test.each([
    ['a trusted principal with the external id', central, id, 'allowed'],
    ['without an external id', central, {}, 'implicitly denied'],
    ['with another external id', central, { 'sts:ExternalId': 'zq8external' }, 'implicitly denied'],
    ['another principal', 'arn:aws:iam::222222222222:role/developer', id, 'implicitly denied'],
    ['a longer name', 'arn:aws:iam::222222222222:role/a-graphql-role-2', id, 'implicitly denied'],
    ['the tooling account', 'arn:aws:iam::111111111111:role/acme-prod-graphql-role', id, 'implicitly denied'],
    ['the own account', `arn:aws:iam::${account}:role/acme-prod-graphql-role`, id, 'implicitly denied'],
  ])('%s', (_who, arn, context, outcome) => {
    expect(assume(facts, trust, arn, context)).toBe(outcome);
  });

  test('services, Lake Formation for the own account only', () => {
    const source = (of: string) => ({ 'aws:SourceAccount': of });
    expect(serve(facts, trust, 'lakeformation', source(account))).toBe('allowed');
    expect(serve(facts, trust, 'lakeformation', source('222222222222'))).not.toBe('allowed');
    expect(serve(facts, trust, 'glue', {})).toBe('allowed');
    expect(serve(facts, trust, 'lambda', {})).toBe('allowed');
    expect(serve(facts, trust, 'ec2', {})).not.toBe('allowed');
  });
});

describe('of itself it changes nothing, even if a policy lets it do anything', () => {
  const anything = [{ Effect: 'Allow', Action: '*', Resource: '*' }];
  const iam = (resource: string) => `arn:aws:iam::${account}:${resource}`;
  test.each([
    ...[
      ...['AttachRolePolicy', 'DetachRolePolicy', 'PutRolePolicy', 'DeleteRolePolicy', 'DeleteRole'],
      ...['UpdateAssumeRolePolicy', 'UpdateRole', 'PutRolePermissionsBoundary', 'TagRole'],
      ...['DeleteRolePermissionsBoundary', 'UntagRole'],
    ].map((action) => [action, facts.roleArn] as const),
    ...['CreatePolicyVersion', 'SetDefaultPolicyVersion', 'DeletePolicyVersion', 'DeletePolicy'].flatMap(
      (action) =>
        [iam('policy/fin-pivot-eu-west-1'), iam('policy/fin-pivot-eu-west-1-2'), iam('policy/boundary')].map(
          (policy) => [action, policy] as const,
        ),
    ),
  ])('%s on %s', (action, resource) => {
    expect(ask(facts, `iam:${action}`, resource, {}, anything)).toBe('explicitly denied');
  });

  test('while what is not its own stays open to such a policy', () => {
    expect(ask(facts, 'iam:UpdateRole', iam('role/other'), {}, anything)).toBe('allowed');
  });
});

const iamArn = (resource: string) => `arn:aws:iam::${account}:${resource}`;
const attaching = (policy: string) => ({ 'iam:PolicyARN': policy });
const sharePolicy = iamArn('policy/fin-env-share-policy-reporting-0');
const admin = 'arn:aws:iam::aws:policy/AdministratorAccess';
const team = { 'aws:ResourceTag/Team': 'DataScience' };
const alias = (name: string) => ({ 'kms:ResourceAliases': [name] });
const key = `arn:aws:kms:eu-west-1:${account}:key/1234`;
const regional = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:${account}:${resource}`;

describe('the role', () => {
  test.each([
    ['iam:AttachRolePolicy', iamArn('role/bi/reporting'), attaching(sharePolicy)],
    ['iam:AttachRolePolicy', iamArn('role/fin-analysts'), attaching(sharePolicy)],
    ['iam:GetRole', iamArn('role/reporting-2'), {}],
    ['iam:CreatePolicyVersion', sharePolicy, {}],
    ['iam:PassRole', facts.roleArn, { 'iam:PassedToService': 'lambda.amazonaws.com' }],
    ['sts:AssumeRole', iamArn('role/fin-analysts'), {}],
    ['sts:AssumeRole', iamArn('role/anotherRoleName'), {}],
    ['s3:GetObject', 'arn:aws:s3:::fin-sales/2026/a.csv', {}],
    ['s3:PutBucketPolicy', 'arn:aws:s3:::ledger', {}],
    ['s3:CreateAccessPoint', regional('s3', 'accesspoint/fin-sales-reporting'), {}],
    ['kms:Decrypt', key, alias('alias/fin-sales')],
    ['kms:PutKeyPolicy', key, alias('alias/ledger')],
    ['athena:StartQueryExecution', regional('athena', 'workgroup/fin-analysts'), {}],
    ['glue:UpdateTable', regional('glue', 'table/fin_sales/orders'), {}],
    ['lakeformation:GrantPermissions', '*', {}],
    ['sagemaker:CreatePresignedDomainUrl', regional('sagemaker', 'user-profile/d-1/analyst-1'), team],
    ['omics:CancelRun', regional('omics', 'run/1'), team],
    ['ssm:GetParameter', regional('ssm', 'parameter/acme/finance/environment/role/pivot/arn'), {}],
  ])('may %s on %s', (action, resource, context) => {
    expect(ask(facts, action, resource, context)).toBe('allowed');
  });

  test.each([
    ['iam:AttachRolePolicy', iamArn('role/bi/reporting'), attaching(admin)],
    ['iam:AttachRolePolicy', iamArn('role/fin-analysts'), attaching(admin)],
    ['iam:AttachRolePolicy', iamArn('role/developer'), attaching(sharePolicy)],
    ['iam:PutRolePolicy', iamArn('role/bi/reporting'), {}],
    ['iam:PutRolePolicy', iamArn('role/fin-analysts'), {}],
    ['iam:CreatePolicy', iamArn('policy/fin-anything'), {}],
    ['iam:CreatePolicyVersion', admin, {}],
    ['iam:PassRole', iamArn('role/developer'), { 'iam:PassedToService': 'glue.amazonaws.com' }],
    ['iam:PassRole', iamArn('role/fin-analysts'), { 'iam:PassedToService': 'ec2.amazonaws.com' }],
    ['sts:AssumeRole', iamArn('role/finance'), {}],
    ['s3:GetObject', 'arn:aws:s3:::finance/a.csv', {}],
    ['s3:PutBucketPolicy', 'arn:aws:s3:::ledger-2', {}],
    ['s3:DeleteObject', 'arn:aws:s3:::fin-sales/2026/a.csv', {}],
    ['s3:DeleteBucket', 'arn:aws:s3:::fin-sales', {}],
    ['kms:Decrypt', key, alias('alias/finance')],
    ['kms:PutKeyPolicy', key, {}],
    ['athena:StartQueryExecution', regional('athena', 'workgroup/primary'), {}],
    ['glue:UpdateTable', regional('glue', 'table/finance/orders'), {}],
    ['glue:PutResourcePolicy', regional('glue', 'catalog'), {}],
    ['lakeformation:PutDataLakeSettings', '*', {}],
    ['lakeformation:GrantPermissions', '*', { 'aws:RequestedRegion': 'us-east-1' }],
    ['sagemaker:CreatePresignedDomainUrl', regional('sagemaker', 'user-profile/d-2/other'), {}],
    ['omics:CancelRun', regional('omics', 'run/1'), {}],
    ['ram:CreateResourceShare', '*', { 'ram:RequestedResourceType': 'ec2:Subnet' }],
    ['ram:CreateResourceShare', '*', {}],
    ['ssm:GetParameter', regional('ssm', 'parameter/acme/finance/other/key'), {}],
  ])('may not %s on %s', (action, resource, context) => {
    expect(ask(facts, action, resource, context)).toBe('implicitly denied');
  });
});
