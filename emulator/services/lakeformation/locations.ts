import { jsonAnswer } from '../../proxy/answer';
import type { Gap, GapContext } from '../../proxy/gap';
import { Placed } from '../../proxy/placed';
import type { Json } from '../../proxy/request';

const WRITES = ['RegisterResource', 'UpdateResource', 'DeregisterResource'];
const READS = ['DescribeResource', 'ListResources'];

/** moto forgets how a location is registered (hybrid access, when), and cannot change its role. */
export function lakeFormationResources(context: GapContext): Gap {
  const details = new Placed<Json>();
  return {
    name: 'lakeformation-resources',
    matches: (request) =>
      request.service === 'lakeformation' && [...WRITES, ...READS].includes(request.operation),
    async handle(request, forward) {
      const place = await context.place(request);
      const body = request.json();
      const arn = String(body['ResourceArn']);
      if (request.operation === 'UpdateResource') {
        details.set(place, arn, { ...details.get(place, arn), ...detailsOf(body) });
        return jsonAnswer({});
      }
      const answer = await forward(request);
      if (answer.status >= 300) return answer;
      if (request.operation === 'RegisterResource') details.set(place, arn, detailsOf(body));
      if (request.operation === 'DeregisterResource') details.delete(place, arn);
      if (!READS.includes(request.operation)) return answer;
      const told = JSON.parse(answer.body.toString()) as Json;
      const complete = (info: Json): Json => ({
        ...info,
        ...details.get(place, String(info['ResourceArn'])),
      });
      if (told['ResourceInfo']) return jsonAnswer({ ResourceInfo: complete(told['ResourceInfo'] as Json) });
      return jsonAnswer({
        ...told,
        ResourceInfoList: ((told['ResourceInfoList'] ?? []) as Json[]).map(complete),
      });
    },
  };
}

function detailsOf(body: Json): Json {
  const { RoleArn, HybridAccessEnabled = false, WithFederation = false } = body;
  return {
    ...(RoleArn ? { RoleArn } : {}),
    HybridAccessEnabled,
    WithFederation,
    LastModified: Date.now() / 1000,
  };
}
