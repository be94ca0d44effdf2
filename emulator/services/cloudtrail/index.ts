import { jsonAnswer } from '../../proxy/answer';
import type { Gap } from '../../proxy/gap';
import type { Json } from '../../proxy/request';
import { listing, type Service } from '../service';

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
const cloudtrailArn: Gap = {
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

/** moto describes all trails, also when asked for some of them. */
const cloudtrailDescribe: Gap = {
  name: 'cloudtrail-describe',
  matches: (request) => request.service === 'cloudtrail' && request.operation === 'DescribeTrails',
  async handle(request, forward) {
    const asked = (request.json()['trailNameList'] ?? []) as string[];
    const answer = await forward(request);
    if (answer.status >= 300 || asked.length === 0) return answer;
    const { trailList } = JSON.parse(answer.body.toString()) as { trailList: Json[] };
    const isAsked = (trail: Json): boolean =>
      [trail['Name'], trail['TrailARN']].some((name) => asked.includes(String(name)));
    return jsonAnswer({ trailList: trailList.filter(isAsked) });
  },
};

function nameOf(nameOrArn: unknown): string {
  return String(nameOrArn).replace(/^arn:[^:]+:cloudtrail:[^:]*:\d*:trail\//, '');
}

/** CloudTrail: trails by ARN, and only those that were asked for. */
export const cloudtrail: Service = {
  name: 'cloudtrail',
  gaps: [cloudtrailArn, cloudtrailDescribe],
  list: listing('cloudtrail', {
    type: 'trail',
    target: 'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.DescribeTrails',
    list: 'trailList',
    id: 'TrailARN',
  }),
};
