import { callerContext, requestContext, type ContextValues } from '../../../../../aws/iam/evaluate/context';
import { decide } from '../../../../../aws/iam/evaluate/decide';
import type { Outcome } from '../../../../../aws/iam/evaluate/judge';
import type { Caller } from '../../../../../aws/iam/evaluate/request';
import { parsePolicy } from '../../../../../aws/iam/parse';
import { policyDocument } from '../../../../../core/aws/policy';
import { packStatements } from '../../../../../core/aws/policy-size';
import { teamStatements, type TeamFacts } from '../../../../../modules/environment/teams/statements';
import { account, region, roleArn, team } from './team';

const caller: Caller = { kind: 'role', arn: roleArn, id: 'AROATEAM', account, session: 'someone' };

/** ARNs of the account and region of the tests. */
export const arn = (service: string, resource: string) =>
  `arn:aws:${service}:${region}:${account}:${resource}`;

export const requests = (name: string): ContextValues => ({
  'aws:RequestTag/Team': name,
  'aws:TagKeys': ['Team'],
});
export const carries = (name: string): ContextValues => ({ 'aws:ResourceTag/Team': name });

/** What AWS would answer to a team that has its policies and no others. */
export function ask(
  action: string,
  resource: string,
  context: ContextValues = {},
  otherwise: Partial<TeamFacts> = {},
): Outcome {
  const policies = packStatements(teamStatements(team(otherwise))).map((pack, index) =>
    parsePolicy(policyDocument(pack).replaceAll('$${', '${'), { kind: 'identity', name: String(index) }),
  );
  const values = { ...callerContext(caller), ...context };
  return decide(
    { caller, action, resource, resourceAccount: account, context: requestContext(values, 'absent') },
    { identity: policies },
  ).outcome;
}
