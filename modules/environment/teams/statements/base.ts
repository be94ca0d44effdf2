import type { PolicyStatement } from '../../../../aws/iam/statement';
import type { TeamFacts } from './facts';
import { of } from './scope';

/** The services that every team hands its role to; features add their own. */
const services = ['databrew', 'glue', 'lambda', 'sagemaker', 'states'];

/**
 * What every team has: to read logs and roles, to look around in forms of the console, and to hand its own role, and
 * no other, to services.
 *
 * A team makes no roles, policies or service-linked roles. A role is worth nothing without the right to attach a
 * policy to it, which would be a way around everything here; a policy is worth nothing without a role.
 */
export function base(facts: TeamFacts): readonly PolicyStatement[] {
  return [
    {
      sid: 'BaseReadLogs',
      actions: of('logs', 'Describe*', 'FilterLogEvents', 'Get*', 'List*'),
      resources: ['*'],
    },
    {
      sid: 'BaseReadIam',
      actions: of(
        'iam',
        ...['GetInstanceProfile', 'GetPolicy', 'GetPolicyVersion', 'GetRole', 'GetRolePolicy'],
        ...[
          'ListAccountAliases',
          'ListAttachedRolePolicies',
          'ListEntitiesForPolicy',
          'ListInstanceProfiles',
        ],
        ...['ListInstanceProfilesForRole', 'ListPolicies', 'ListPolicyTags', 'ListPolicyVersions'],
        ...['ListRolePolicies', 'ListRoleTags', 'ListRoles'],
      ),
      resources: ['*'],
    },
    {
      sid: 'BaseLookAround',
      actions: [
        ...of('cloudwatch', 'GetMetricData', 'ListMetrics'),
        // Not everything that begins with Describe: user data of instances may hold secrets.
        ...of(
          'ec2',
          ...['DescribeAvailabilityZones', 'DescribeNetworkInterfaces', 'DescribeRouteTables'],
          ...['DescribeSecurityGroups', 'DescribeSubnets', 'DescribeVpcEndpoints', 'DescribeVpcs'],
        ),
        'events:ListRuleNamesByTarget',
        ...of('tag', 'GetResources', 'GetTagKeys', 'GetTagValues'),
      ],
      resources: ['*'],
    },
    passRole(facts, 'BasePassRole', services),
    spelling,
  ];
}

/** To hand the team's own role to services. */
export function passRole({ roleArn }: TeamFacts, sid: string, names: readonly string[]): PolicyStatement {
  return {
    sid,
    actions: ['iam:PassRole'],
    resources: [roleArn],
    conditions: { StringEquals: { 'iam:PassedToService': names.map((name) => `${name}.amazonaws.com`) } },
  };
}

/**
 * Conditions do not tell `Team` from `team`, many services do: with both on a resource, nobody could say whose it is.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html
 */
const spelling: PolicyStatement = {
  sid: 'BaseTeamTagSpelling',
  effect: 'Deny',
  actions: ['*'],
  resources: ['*'],
  conditions: { 'ForAnyValue:StringEquals': { 'aws:TagKeys': otherSpellings('Team') } },
};

/** All ways to write a word with capitals and small letters, but its own. */
function otherSpellings(word: string): readonly string[] {
  const spellings = [...word.toLowerCase()].reduce<readonly string[]>(
    (starts, letter) => starts.flatMap((start) => [start + letter, start + letter.toUpperCase()]),
    [''],
  );
  return spellings.filter((spelling) => spelling !== word);
}
