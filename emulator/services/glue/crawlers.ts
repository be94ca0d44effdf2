import { jsonAnswer } from '../../proxy/answer';
import type { Gap, GapContext } from '../../proxy/gap';
import { Placed } from '../../proxy/placed';
import type { Json } from '../../proxy/request';

const OPERATION = /^(Create|Get|Update|Delete)Crawlers?$/;

/** moto cannot change crawlers, and forgets whether they read through Lake Formation. */
export function glueCrawlers(context: GapContext): Gap {
  const kept = new Placed<Json>();
  return {
    name: 'glue-crawlers',
    matches: (request) => request.service === 'glue' && OPERATION.test(request.operation),
    async handle(request, forward) {
      const place = await context.place(request);
      const { Name, ...body } = request.json();
      const name = String(Name);
      if (request.operation === 'UpdateCrawler') {
        await context.moto.json(place, 'glue', 'AWSGlue.GetCrawler', { Name });
        kept.set(place, name, { ...kept.get(place, name), ...asKept(body) });
        return jsonAnswer({});
      }
      const answer = await forward(request);
      if (answer.status >= 300) return answer;
      const { LakeFormationConfiguration } = body;
      if (request.operation === 'DeleteCrawler') kept.delete(place, name);
      if (request.operation === 'CreateCrawler' && LakeFormationConfiguration) {
        kept.set(place, name, { LakeFormationConfiguration });
      }
      const told = JSON.parse(answer.body.toString() || '{}') as Json;
      const complete = (crawler: Json): Json => ({
        ...crawler,
        ...kept.get(place, String(crawler['Name'])),
      });
      if (told['Crawler']) return jsonAnswer({ Crawler: complete(told['Crawler'] as Json) });
      if (told['Crawlers']) {
        return jsonAnswer({ ...told, Crawlers: (told['Crawlers'] as Json[]).map(complete) });
      }
      return answer;
    },
  };
}

/** Sent as an expression, a schedule comes back with its state. */
function asKept({ Schedule, ...fields }: Json): Json {
  if (Schedule === undefined) return fields;
  return { ...fields, Schedule: { ScheduleExpression: Schedule, State: 'SCHEDULED' } };
}
