import { jsonAnswer, type Answer } from '../../proxy/answer';
import type { Gap, GapContext } from '../../proxy/gap';
import { Placed } from '../../proxy/placed';
import type { Json } from '../../proxy/request';

const CRAWLERS = /^(Create|Get|Update|Delete)Crawlers?$/;
const JOBS = /^(Create|Get|Update|Delete)Jobs?$/;

/** moto cannot change crawlers, and forgets whether they read through Lake Formation. */
export function glueCrawlers(context: GapContext): Gap {
  const kept = new Placed<Json>();
  return {
    name: 'glue-crawlers',
    matches: (request) => request.service === 'glue' && CRAWLERS.test(request.operation),
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
      return completed(answer, 'Crawler', (crawler) => ({
        ...crawler,
        ...kept.get(place, String(crawler['Name'])),
      }));
    },
  };
}

/** moto cannot change jobs, and gives every job an execution class. */
export function glueJobs(context: GapContext): Gap {
  const kept = new Placed<Json>();
  return {
    name: 'glue-jobs',
    matches: (request) => request.service === 'glue' && JOBS.test(request.operation),
    async handle(request, forward) {
      const place = await context.place(request);
      const body = request.json();
      const name = String(body['JobName'] ?? body['Name']);
      if (request.operation === 'UpdateJob') {
        await context.moto.json(place, 'glue', 'AWSGlue.GetJob', { JobName: name });
        kept.set(place, name, (body['JobUpdate'] ?? {}) as Json);
        return jsonAnswer({ JobName: name });
      }
      const answer = await forward(request);
      if (answer.status >= 300) return answer;
      if (request.operation === 'CreateJob') {
        const { ExecutionClass } = body;
        kept.set(place, name, ExecutionClass ? { ExecutionClass } : {});
      }
      if (request.operation === 'DeleteJob') kept.delete(place, name);
      return completed(answer, 'Job', ({ ExecutionClass: _invented, ...job }) => ({
        ...job,
        ...kept.get(place, String(job['Name'])),
      }));
    },
  };
}

/** An answer with one thing of a kind, or a list of them, each completed. */
function completed(answer: Answer, kind: string, complete: (one: Json) => Json): Answer {
  const told = JSON.parse(answer.body.toString() || '{}') as Json;
  const [one, many] = [told[kind], told[`${kind}s`]];
  if (one) return jsonAnswer({ [kind]: complete(one as Json) });
  if (many) return jsonAnswer({ ...told, [`${kind}s`]: (many as Json[]).map(complete) });
  return answer;
}

/** Sent as an expression, a schedule comes back with its state. */
function asKept({ Schedule, ...fields }: Json): Json {
  if (Schedule === undefined) return fields;
  return { ...fields, Schedule: { ScheduleExpression: Schedule, State: 'SCHEDULED' } };
}
