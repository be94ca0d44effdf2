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
  ...(Object.keys(Condition).length > 0 && { Condition }),
});
const tagIf = (operator: string, tags: string[]) =>
  allow('sagemaker:AddTags', { Condition: { [operator]: { 'aws:TagKeys': tags } } });
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
  [
    'launching any profile that has an owner',
    [allow(launch, { Condition: { StringLike: { 'sagemaker:ResourceTag/userid': '*' } } })],
    ['TL901'],
  ],
  [
    'launching all but the own profile',
    [allow(launch, { Condition: { StringNotEquals: userid } })],
    ['TL901'],
  ],
  [
    'launching profiles without owner',
    [allow(launch, { Condition: { StringEqualsIfExists: userid } })],
    ['TL901'],
  ],
  [
    'launching, denied to some',
    [
      allow(launch),
      deny(launch, { StringNotEquals: userid, Bool: { 'aws:MultiFactorAuthPresent': 'false' } }),
    ],
    ['TL901'],
  ],
  [
    'launching, denied elsewhere',
    [allow(launch), { ...deny(launch, { StringNotEquals: userid }), Resource: profile }],
    ['TL901'],
  ],
  [
    'launching somewhere, denied there',
    [
      allow(launch, { Resource: `${profile}*` }),
      { ...deny(launch, { StringNotEquals: userid }), Resource: `${profile}*` },
    ],
    [],
  ],
  ['launching what is no profile', [allow('sagemaker:*', { Resource: 'arn:aws:sagemaker:*:*:app/*' })], []],
  ['launching in an account', [allow(launch, { Resource: 'arn:aws:sagemaker:*:222222222222:*' })], ['TL901']],
  ['launching by an ARN that is all wildcard', [allow(launch, { Resource: 'arn:aws:*' })], ['TL901']],
  ['launching one profile', [allow(launch, { Resource: profile })], []],
  ['tagging everything', [allow('sagemaker:AddTags')], ['TL902']],
  ['tagging jobs', [allow('sagemaker:AddTags', { Resource: 'arn:aws:sagemaker:*:*:training-job/*' })], []],
  ['tagging a profile', [allow('sagemaker:DeleteTags', { Resource: profile })], ['TL902']],
  [
    'tagging, but not the owner',
    [
      allow(['sagemaker:AddTags', 'sagemaker:DeleteTags']),
      deny('sagemaker:*Tags', { 'ForAnyValue:StringEqualsIgnoreCase': { 'aws:TagKeys': 'userid' } }),
    ],
    [],
  ],
  [
    'tagging, but not the owner in this one spelling',
    [
      allow('sagemaker:AddTags'),
      deny('sagemaker:*Tags', { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'userid' } }),
    ],
    ['TL902'],
  ],
  [
    'tagging, but not with the owner alone',
    [
      allow('sagemaker:AddTags'),
      deny('sagemaker:*Tags', { 'ForAllValues:StringEqualsIgnoreCase': { 'aws:TagKeys': 'userid' } }),
    ],
    ['TL902'],
  ],
  ['tagging, never', [allow('sagemaker:AddTags'), deny('sagemaker:*', {})], []],
  ['tagging with the project only', [tagIf('ForAllValues:StringEquals', ['project'])], []],
  ['tagging with the owner as well', [tagIf('ForAllValues:StringEquals', ['project', 'UserId'])], ['TL902']],
  ['tagging with anything else', [tagIf('ForAllValues:StringNotEqualsIgnoreCase', ['userid'])], []],
  ['tagging with the project among others', [tagIf('ForAnyValue:StringEquals', ['project'])], ['TL902']],
  ['passing a role', [allow('iam:PassRole', { Resource: 'arn:aws:iam::111111111111:role/one' })], ['TL903']],
  [
    'passing a role to a service',
    [allow('iam:PassRole', { Condition: { StringEquals: { 'iam:PassedToService': 'glue.amazonaws.com' } } })],
    [],
  ],
  [
    'passing a role to whatever service',
    [allow('iam:Pass*', { Condition: { StringLike: { 'iam:PassedToService': '*' } } })],
    ['TL903'],
  ],
  [
    'passing a role to all services but one',
    [
      allow('iam:PassRole', {
        Condition: { StringNotEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
      }),
    ],
    ['TL903'],
  ],
  [
    'passing a role, denied but to one service',
    [
      allow('iam:PassRole'),
      deny('iam:PassRole', { StringNotEquals: { 'iam:PassedToService': 'glue.amazonaws.com' } }),
    ],
    [],
  ],
  ['reading', [allow('s3:GetObject')], []],
])('%s', (_name, statements, expected) => {
  expect(codes(...statements.map((one) => JSON.parse(JSON.stringify(one)) as object))).toEqual(expected);
});
