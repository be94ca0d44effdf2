import { AwsError, jsonAnswer } from '../../proxy/answer';
import type { Gap, GapContext } from '../../proxy/gap';
import { Placed } from '../../proxy/placed';
import type { Json } from '../../proxy/request';

const OPERATIONS = ['GetWorkGroup', 'UpdateWorkGroup', 'DeleteWorkGroup'];

/** moto cannot change workgroups, and answers nothing for one that does not exist, where AWS refuses. */
export function athenaWorkgroups(context: GapContext): Gap {
  const kept = new Placed<Json>();
  return {
    name: 'athena-workgroups',
    matches: (request) => request.service === 'athena' && OPERATIONS.includes(request.operation),
    async handle(request, forward) {
      const place = await context.place(request);
      const body = request.json();
      const name = String(body['WorkGroup']);
      const complete = ({ WorkGroup }: Json): Json => {
        if (!WorkGroup) throw new AwsError('InvalidRequestException', `WorkGroup ${name} is not found.`);
        return { ...(WorkGroup as Json), ...kept.get(place, name) };
      };
      if (request.operation === 'UpdateWorkGroup') {
        const target = 'AmazonAthena.GetWorkGroup';
        const before = complete(await context.moto.json(place, 'athena', target, { WorkGroup: name }));
        kept.set(place, name, updated(before, body));
        return jsonAnswer({});
      }
      const answer = await forward(request);
      if (answer.status >= 300) return answer;
      if (request.operation === 'GetWorkGroup') {
        return jsonAnswer({ WorkGroup: complete(JSON.parse(answer.body.toString() || '{}') as Json) });
      }
      kept.delete(place, name);
      return answer;
    },
  };
}

/** The fields that an update can change. */
function updated(workgroup: Json, { Description, State, ConfigurationUpdates }: Json): Json {
  const { ResultConfigurationUpdates, RemoveBytesScannedCutoffPerQuery, ...changes } =
    (ConfigurationUpdates ?? {}) as Json;
  const before = { ...((workgroup['Configuration'] ?? {}) as Json) };
  if (RemoveBytesScannedCutoffPerQuery) delete before['BytesScannedCutoffPerQuery'];
  const result = updatedResult(
    (before['ResultConfiguration'] ?? {}) as Json,
    (ResultConfigurationUpdates ?? {}) as Json,
  );
  return {
    Description: Description ?? workgroup['Description'],
    State: State ?? workgroup['State'],
    Configuration: { ...before, ...changes, ResultConfiguration: result },
  };
}

/** `RemoveX: true` takes `X` away; every other field is set. */
function updatedResult(before: Json, updates: Json): Json {
  const entries = Object.entries(updates);
  const gone = new Set(entries.filter(([, value]) => value === true).map(([key]) => key));
  const set = entries.filter(([key]) => !key.startsWith('Remove'));
  const left = Object.entries({ ...before, ...Object.fromEntries(set) });
  return Object.fromEntries(left.filter(([key]) => !gone.has(`Remove${key}`)));
}
