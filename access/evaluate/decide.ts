import { judgeThrough } from './access-point';
import { actionOf } from './actions';
import type { Authorization } from './authorization';
import type { Decision } from './decision';
import { judge } from './judge';
import type { Request } from './request';
import type { Question } from './statement';

/** What AWS would answer to a request. What is not known never counts as allowed. */
export function decide(request: Request, authorization: Authorization): Decision {
  const { caller, action, resource, resourceAccount, context } = request;
  const question: Question = {
    caller,
    action: actionOf(action),
    resources: [resource],
    context,
    boundary: authorization.boundary !== undefined,
  };
  const { accessPoint } = authorization;
  return accessPoint
    ? judgeThrough(accessPoint, request, question, authorization)
    : judge({ own: question, attached: question, resourceAccount }, authorization);
}
