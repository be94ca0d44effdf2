import type { ContextValues } from '../../../../../aws/iam/evaluate/context';
import { policyDocument } from '../../../../../aws/iam/write';
import { packStatements } from '../../../../../aws/iam/pack';
import { teamStatements, type TeamFacts } from '../../../../../modules/environment/teams/statements';
import { ask as answerTo, session, type Outcome } from '../../../../support/decide';
import { account, region, roleArn, team } from './team';

const caller = session(roleArn, 'AROATEAM');

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
  const identity = packStatements(teamStatements(team(otherwise))).map(policyDocument);
  return answerTo({ caller, action, resource, account, context }, { identity });
}
