import { checkAccess } from '../../../modules/roles/check-access';
import { rolesConfig } from '../../../modules/roles/config';

/** Codes of what is found in a policy with these statements. */
function codes(...statements: readonly object[]): readonly string[] {
  const generatePolicies = { policy: { policyDocument: { Statement: statements } } };
  return checkAccess(rolesConfig.parse({ generatePolicies })).map(({ code }) => code);
}

const allow = (Action: string | string[], more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...more,
});
const deny = (Action: string | string[], Condition: object) => ({
  Effect: 'Deny',
  Action,
  Resource: '*',
  Condition,
});
const userid = { 'sagemaker:ResourceTag/userid': '${aws:userid}' };
const profile = 'arn:aws:sagemaker:eu-west-1:111111111111:user-profile/d-1/one';
const launch = 'sagemaker:CreatePresignedDomainUrl';

test.each<[string, readonly object[], readonly string[]]>([
  ['launching any profile', [allow(launch)], ['TL901']],
  ['launching by a wildcard', [allow('sagemaker:CreatePre*')], ['TL901']],
  ['everything of SageMaker', [allow('sagemaker:*')], ['TL901', 'TL902']],
  [
    'everything but something',
    [allow([], { Action: undefined, NotAction: 's3:*' })],
    ['TL901', 'TL902', 'TL903'],
  ],
  ['launching the own profile', [allow(launch, { Condition: { StringEquals: userid } })], []],
  ['launching, denied otherwise', [allow(launch), deny(launch, { StringNotEquals: userid })], []],
  ['launching, the own one denied', [allow(launch), deny(launch, { StringEquals: userid })], ['TL901']],
  ['launching one profile', [allow(launch, { Resource: profile })], []],
  ['tagging everything', [allow('sagemaker:AddTags')], ['TL902']],
  ['tagging jobs', [allow('sagemaker:AddTags', { Resource: 'arn:aws:sagemaker:*:*:training-job/*' })], []],
  ['tagging a profile', [allow('sagemaker:DeleteTags', { Resource: profile })], ['TL902']],
  [
    'tagging, but not the owner',
    [
      allow(['sagemaker:AddTags', 'sagemaker:DeleteTags']),
      deny('sagemaker:*Tags', { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'userid' } }),
    ],
    [],
  ],
  ['passing a role', [allow('iam:PassRole', { Resource: 'arn:aws:iam::111111111111:role/one' })], ['TL903']],
  [
    'passing a role to a service',
    [allow('iam:PassRole', { Condition: { StringEquals: { 'iam:PassedToService': 'glue.amazonaws.com' } } })],
    [],
  ],
  ['reading', [allow('s3:GetObject')], []],
])('%s', (_name, statements, expected) => {
  expect(codes(...statements.map((one) => JSON.parse(JSON.stringify(one)) as object))).toEqual(expected);
});
