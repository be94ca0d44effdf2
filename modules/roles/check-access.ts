import type { UserStatement } from '../../core/aws/user-statement';
import type { ModuleFinding } from '../../core/module/define-module';
import type { RolesConfig } from './config';
import { allows, denies, reachesProfiles, reachesSeveral, requires } from './statements';

const equal = /^String(Equals|EqualsIgnoreCase|Like)$/i;
const different = /^StringNot(Equals|EqualsIgnoreCase|Like)(IfExists)?$/i;
const launch = 'sagemaker:CreatePresignedDomainUrl';
const pass = 'iam:PassRole';
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
        ...(passesAnywhere(statement, statements) ? [{ ...passing, path }] : []),
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
  const isOwner = (value: string): boolean => /^\$\{aws:userid\}$/i.test(value);
  const owner = (operator: RegExp) => ({ key: 'sagemaker:ResourceTag/userid', operator, value: isOwner });
  return (
    allows(statement, launch) &&
    reachesProfiles(statement) &&
    reachesSeveral(statement) &&
    !requires(statement, owner(equal)) &&
    !all.some((other) => denies(other, launch, statement, owner(different)))
  );
}

function changesOwners(statement: UserStatement, all: readonly UserStatement[]): boolean {
  const isTag = (value: string): boolean => value.toLowerCase() === 'userid';
  const key = 'aws:TagKeys';
  // In any case, because `sagemaker:ResourceTag/userid` means a tag `UserId` as well.
  const some = { key, operator: /^ForAnyValue:StringEqualsIgnoreCase$/i, value: isTag };
  const none = { key, operator: /^ForAllValues:StringNotEqualsIgnoreCase$/i, value: isTag };
  const listed = {
    key,
    operator: /^ForAllValues:StringEquals(IgnoreCase)?$/i,
    value: (value: string) => !isTag(value) && !value.includes('${'),
  };
  return tagging.some(
    (action) =>
      allows(statement, action) &&
      reachesProfiles(statement) &&
      ![none, listed].some((condition) => requires(statement, condition)) &&
      !all.some((other) => denies(other, action, statement, some)),
  );
}

function passesAnywhere(statement: UserStatement, all: readonly UserStatement[]): boolean {
  const service = (operator: RegExp) => ({
    key: 'iam:PassedToService',
    operator,
    value: (value: string) => !/^[*?]/.test(value),
  });
  return (
    allows(statement, pass) &&
    !requires(statement, service(equal)) &&
    !all.some((other) => denies(other, pass, statement, service(different)))
  );
}
