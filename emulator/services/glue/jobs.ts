import { jsonAnswer } from '../../proxy/answer';
import type { Gap, GapContext } from '../../proxy/gap';
import { Placed } from '../../proxy/placed';
import type { Json } from '../../proxy/request';

const OPERATION = /^(Create|Get|Update|Delete)Jobs?$/;

/** moto cannot change jobs, and gives every job an execution class. */
export function glueJobs(context: GapContext): Gap {
  const kept = new Placed<Json>();
  return {
    name: 'glue-jobs',
    matches: (request) => request.service === 'glue' && OPERATION.test(request.operation),
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
      const told = JSON.parse(answer.body.toString() || '{}') as Json;
      const complete = ({ ExecutionClass: _invented, ...job }: Json): Json => ({
        ...job,
        ...kept.get(place, String(job['Name'])),
      });
      if (told['Job']) return jsonAnswer({ Job: complete(told['Job'] as Json) });
      if (told['Jobs']) return jsonAnswer({ ...told, Jobs: (told['Jobs'] as Json[]).map(complete) });
      return answer;
    },
  };
}
