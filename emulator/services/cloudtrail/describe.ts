import { jsonAnswer } from '../../proxy/answer';
import type { Gap } from '../../proxy/gap';
import type { Json } from '../../proxy/request';

/** moto describes all trails, also when asked for some of them. */
export const cloudtrailDescribe: Gap = {
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
