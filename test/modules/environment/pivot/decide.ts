import { decide } from '../../../../aws/iam/evaluate/decide';
import { callerContext, requestContext, type ContextValues } from '../../../../aws/iam/evaluate/context';
import type { Outcome } from '../../../../aws/iam/evaluate/judge';
import type { Caller } from '../../../../aws/iam/evaluate/request';
import { parsePolicy } from '../../../../aws/iam/parse';
import { policyDocument } from '../../../../core/aws/policy';
import { pivotPolicies } from '../../../../modules/environment/pivot/policies';
import type { PivotFacts } from '../../../../modules/environment/pivot/statements';
import { pivotTrust, type PivotTrust } from '../../../../modules/environment/pivot/trust';
import { account } from './facts';

const role = (arn: string): Caller => ({
  kind: 'role',
  arn,
  id: 'AROAEXAMPLE',
  account: arn.split(':')[4] ?? '',
  session: 'someone',
});

/** What AWS answers to a session of the pivot role; keys that are not told are absent. */
export function ask(
  facts: PivotFacts,
  action: string,
  resource: string,
  context: ContextValues = {},
  besides: readonly object[] = [],
): Outcome {
  const caller = role(facts.roleArn);
  const own = { Version: '2012-10-17', Statement: besides };
  const values = { ...callerContext(caller), 'aws:RequestedRegion': facts.location.region, ...context };
  return decide(
    { caller, action, resource, resourceAccount: account, context: requestContext(values, 'absent') },
    {
      identity: [
        ...pivotPolicies(facts).map(({ name, statements }) =>
          parsePolicy(policyDocument(statements), { kind: 'identity', name }),
        ),
        parsePolicy(own, { kind: 'identity', name: 'besides' }),
      ],
    },
  ).outcome;
}

/** Whether a role that may assume any role gets the pivot role. */
export function assume(facts: PivotFacts, trust: PivotTrust, arn: string, context: ContextValues): Outcome {
  return assumedBy(facts, trust, role(arn), context);
}

/** Whether a service gets the pivot role. */
export function serve(
  facts: PivotFacts,
  trust: PivotTrust,
  service: string,
  context: ContextValues,
): Outcome {
  return assumedBy(facts, trust, { kind: 'service', service }, context);
}

function assumedBy(facts: PivotFacts, trust: PivotTrust, caller: Caller, context: ContextValues): Outcome {
  const any = { Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' } };
  const document = policyDocument(pivotTrust(facts.location, trust));
  return decide(
    {
      caller,
      action: 'sts:AssumeRole',
      resource: facts.roleArn,
      resourceAccount: account,
      context: requestContext({ ...callerContext(caller), ...context }, 'absent'),
    },
    {
      identity: caller.kind === 'role' ? [parsePolicy(any, { kind: 'identity', name: 'any' })] : [],
      resource: parsePolicy(document, { kind: 'trust', name: 'trust' }),
      resourcePolicyDecides: true,
    },
  ).outcome;
}
