import type { ContextValues } from '../../../../aws/iam/evaluate/context';
import type { Caller } from '../../../../aws/iam/evaluate/request';
import { policyDocument } from '../../../../aws/iam/write';
import { pivotPolicies } from '../../../../modules/environment/pivot/policies';
import type { PivotFacts } from '../../../../modules/environment/pivot/statements';
import { pivotTrust, type PivotTrust } from '../../../../modules/environment/pivot/trust';
import { ask as answerTo, everything, service, session, type Outcome } from '../../../support/decide';
import { account } from './facts';

/** What AWS answers to a session of the pivot role; keys that are not told are absent. */
export function ask(
  facts: PivotFacts,
  action: string,
  resource: string,
  context: ContextValues = {},
  besides: readonly object[] = [],
): Outcome {
  const values = { 'aws:RequestedRegion': facts.location.region, ...context };
  const request = { caller: session(facts.roleArn), action, resource, account, context: values };
  const own = pivotPolicies(facts).map(({ statements }) => policyDocument(statements));
  return answerTo(request, { identity: [...own, besides] });
}

/** Whether a role that may assume any role gets the pivot role. */
export function assume(facts: PivotFacts, trust: PivotTrust, arn: string, context: ContextValues): Outcome {
  return assumedBy(facts, trust, session(arn), context);
}

/** Whether a service gets the pivot role. */
export function serve(facts: PivotFacts, trust: PivotTrust, name: string, context: ContextValues): Outcome {
  return assumedBy(facts, trust, service(name), context);
}

function assumedBy(facts: PivotFacts, trust: PivotTrust, caller: Caller, context: ContextValues): Outcome {
  return answerTo(
    { caller, action: 'sts:AssumeRole', resource: facts.roleArn, account, context },
    { identity: [everything], trust: policyDocument(pivotTrust(facts.location, trust)) },
  );
}
