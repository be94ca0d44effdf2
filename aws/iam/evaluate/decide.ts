import { judge, type Decision, type Outcome } from './judge';
import { actionOf } from './patterns';
import type { Authorization, Request, RequestContext } from './request';
import type { Question } from './statement';

/** What AWS would answer to a request. What is not known never counts as allowed. */
export function decide<Origin>(request: Request, authorization: Authorization<Origin>): Decision<Origin> {
  const { caller, action, resource, resourceAccount, context } = request;
  const question: Question = {
    caller,
    action: actionOf(action),
    resources: [resource],
    context,
    boundary: authorization.boundary !== undefined,
  };
  const { accessPoint } = authorization;
  const decision = accessPoint
    ? judgeThrough(accessPoint, request, question, authorization)
    : judge({ own: question, attached: question, resourceAccount }, authorization);
  // The statements in it are those of the given policies.
  return decision as Decision<Origin>;
}

type AccessPoint = NonNullable<Authorization['accessPoint']>;

/**
 * A request through an S3 access point: nothing may deny it, and both the access point and its bucket must allow it,
 * each with its own policy or, in the own account, the caller's on either ARN. The request names the bucket or object
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html).
 */
function judgeThrough(
  accessPoint: AccessPoint,
  request: Request,
  question: Question,
  { resource, ...others }: Authorization,
): Decision {
  const context = throughContext(request.context, accessPoint);
  const arn = throughArn(request.resource, accessPoint);
  const own = { ...question, context, resources: [request.resource, arn] };
  const atPoint = judge(
    { own, attached: { ...own, resources: [arn] }, resourceAccount: accessPoint.account },
    { ...others, ...(accessPoint.policy && { resource: accessPoint.policy }) },
  );
  const atBucket = judge(
    { own, attached: { ...own, resources: [request.resource] }, resourceAccount: request.resourceAccount },
    { ...others, ...(resource && { resource }) },
  );
  return joined(atPoint, atBucket);
}

/** The ARN that a bucket or an object has behind an access point. */
function throughArn(resource: string, { arn }: AccessPoint): string {
  const slash = resource.indexOf('/');
  return slash < 0 ? arn : `${arn}/object${resource.slice(slash)}`;
}

function throughContext(context: RequestContext, { arn, account }: AccessPoint): RequestContext {
  const values = new Map([
    ['s3:dataaccesspointarn', [arn]],
    ['s3:dataaccesspointaccount', [account]],
  ]);
  return { get: (key) => values.get(key.toLowerCase()) ?? context.get(key) };
}

const worstFirst: readonly Outcome[] = ['explicitly denied', 'implicitly denied', 'unknown', 'allowed'];

function joined(a: Decision, b: Decision): Decision {
  const outcome =
    worstFirst.find((candidate) => candidate === a.outcome || candidate === b.outcome) ?? 'unknown';
  const decisive = [a, b].filter((decision) => decision.outcome === outcome);
  const because = decisive.flatMap((decision) => decision.because);
  return {
    outcome,
    because: because.filter(
      (result, index) => because.findIndex(({ statement }) => statement === result.statement) === index,
    ),
    missing: [...new Set(decisive.flatMap(({ missing }) => missing))],
  };
}
