import type { UserConditions, UserStatement } from '../../core/aws/user-statement';
import type { ModuleFinding } from '../../core/module/define-module';
import type { Text } from '../../core/platform/text';
import type { RolesConfig } from './config';

const launch = 'sagemaker:CreatePresignedDomainUrl';
const tagging = ['sagemaker:AddTags', 'sagemaker:DeleteTags'];

/**
 * What a user's own policy opens that no module can close: profiles of others, the tag that says whose a profile
 * is, roles for any service. A statement of the same policy that denies it again counts.
 */
export function checkAccess({ generatePolicies }: RolesConfig): readonly ModuleFinding[] {
  return Object.entries(generatePolicies).flatMap(([key, { policyDocument: statements }]) =>
    statements.flatMap((statement) => {
      const path = ['generatePolicies', key, 'policyDocument', ...statement.path];
      return [
        ...(launchesOthers(statement, statements) ? [{ ...others, path }] : []),
        ...(changesOwners(statement, statements) ? [{ ...owners, path }] : []),
        ...(passesAnywhere(statement) ? [{ ...passing, path }] : []),
      ];
    }),
  );
}

type Finding = Omit<ModuleFinding, 'path'>;

const others: Finding = {
  severity: 'warning',
  code: 'TL901',
  message: 'whoever has this policy launches the Studio profiles of others, and becomes their execution role',
  help: [
    'Add a statement to the policy (lists of statements in several module_configs are joined):',
    '  - Effect: Deny',
    `    Action: ${launch}`,
    "    Resource: '*'",
    "    Condition: { StringNotEquals: { 'sagemaker:ResourceTag/userid': '${aws:userid}' } }",
  ].join('\n'),
};

const owners: Finding = {
  severity: 'warning',
  code: 'TL902',
  message: 'whoever has this policy changes the tag `userid`, which says who may launch a Studio profile',
  help: [
    'Add a statement to the policy (lists of statements in several module_configs are joined):',
    '  - Effect: Deny',
    `    Action: [${tagging.join(', ')}]`,
    "    Resource: 'arn:{{partition}}:sagemaker:*:*:user-profile/*'",
    "    Condition: { 'ForAnyValue:StringEqualsIgnoreCase': { 'aws:TagKeys': userid } }",
  ].join('\n'),
};

const passing: Finding = {
  severity: 'warning',
  code: 'TL903',
  message: 'whoever has this policy passes the role to any service that the role trusts',
  help: [
    'Add a condition to the statement:',
    "    Condition: { StringEquals: { 'iam:PassedToService': <service>.amazonaws.com } }",
  ].join('\n'),
};

function launchesOthers(statement: UserStatement, all: readonly UserStatement[]): boolean {
  return (
    allows(statement, launch) &&
    reachesSeveral(statement.resources) &&
    !hasKey(statement.conditions, 'sagemaker:resourcetag/userid') &&
    !all.some(
      (other) => denies(other, launch) && hasKey(other.conditions, 'sagemaker:resourcetag/userid', /not/i),
    )
  );
}

function changesOwners(statement: UserStatement, all: readonly UserStatement[]): boolean {
  return tagging.some(
    (action) =>
      allows(statement, action) &&
      reachesProfiles(statement.resources) &&
      !hasKey(statement.conditions, 'aws:tagkeys') &&
      !all.some((other) => denies(other, action) && hasKey(other.conditions, 'aws:tagkeys')),
  );
}

function passesAnywhere(statement: UserStatement): boolean {
  return allows(statement, 'iam:PassRole') && !hasKey(statement.conditions, 'iam:passedtoservice');
}

function allows(statement: UserStatement, action: string): boolean {
  return statement.effect === 'Allow' && isAbout(statement, action);
}

function denies(statement: UserStatement, action: string): boolean {
  return statement.effect === 'Deny' && isAbout(statement, action);
}

function isAbout({ actions, notActions }: UserStatement, action: string): boolean {
  const matches = (patterns: readonly Text[]) =>
    patterns.some(({ literal }) => literal !== undefined && like(literal, action));
  return actions ? matches(actions) : notActions !== undefined && !matches(notActions);
}

function like(pattern: string, action: string): boolean {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${escaped}$`, 'i').test(action);
}

function hasKey(conditions: UserConditions = {}, key: string, operator = /./): boolean {
  return Object.entries(conditions).some(
    ([name, keys]) => operator.test(name) && Object.keys(keys).some((own) => own.toLowerCase() === key),
  );
}

/** More than one resource: a wildcard, or `NotResource`. */
function reachesSeveral(resources: readonly Text[] | undefined): boolean {
  return !resources || resources.length > 1 || resources.some((resource) => /[*?]/.test(literals(resource)));
}

function reachesProfiles(resources: readonly Text[] | undefined): boolean {
  return (
    !resources ||
    resources.some((resource) => /(^\*$)|user-profile\/|:sagemaker:[^/]*\*$/.test(literals(resource)))
  );
}

/** The text with a dash for what only Terraform knows. */
function literals({ parts }: Text): string {
  return parts.map((part) => (typeof part === 'string' ? part : '-')).join('');
}
