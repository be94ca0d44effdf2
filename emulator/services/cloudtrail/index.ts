import type { Gap } from '../../proxy/gap';

const BY_NAME = new Set([
  'StartLogging',
  'StopLogging',
  'DeleteTrail',
  'UpdateTrail',
  'GetTrail',
  'GetTrailStatus',
  'PutEventSelectors',
  'GetEventSelectors',
  'PutInsightSelectors',
  'GetInsightSelectors',
]);

/** moto knows trails by name only; AWS takes an ARN wherever it takes a name. */
export const cloudtrailArn: Gap = {
  name: 'cloudtrail-arn',
  matches: (request) =>
    request.service === 'cloudtrail' &&
    (BY_NAME.has(request.operation) || request.operation === 'DescribeTrails'),
  handle(request, forward) {
    const body = request.json();
    for (const key of ['Name', 'TrailName']) {
      if (typeof body[key] === 'string') body[key] = nameOf(body[key]);
    }
    if (Array.isArray(body['trailNameList'])) body['trailNameList'] = body['trailNameList'].map(nameOf);
    request.replaceBody(JSON.stringify(body));
    return forward(request);
  },
};

function nameOf(nameOrArn: unknown): string {
  return String(nameOrArn).replace(/^arn:[^:]+:cloudtrail:[^:]*:\d*:trail\//, '');
}
