import { AwsError, jsonAnswer } from '../../proxy/answer';
import type { Gap, GapContext } from '../../proxy/gap';
import { Placed } from '../../proxy/placed';
import type { Json } from '../../proxy/request';

const OPERATIONS = ['GetWorkGroup', 'UpdateWorkGroup', 'DeleteWorkGroup'];

/** moto cannot change workgroups. */
export function athenaWorkgroupUpdates(context: GapContext): Gap {
  const kept = new Placed<Json>();
  return {
    name: 'athena-workgroup-updates',
    matches: (request) => request.service === 'athena' && OPERATIONS.includes(request.operation),
    async handle(request, forward) {
      const place = await context.place(request);
      const body = request.json();
      const name = String(body['WorkGroup']);
      if (request.operation === 'UpdateWorkGroup') {
        const told = await context.moto.json(place, 'athena', 'AmazonAthena.GetWorkGroup', {
          WorkGroup: name,
        });
        if (!told['WorkGroup']) {
          throw new AwsError('InvalidRequestException', `WorkGroup ${name} is not found.`);
        }
        kept.set(place, name, updated({ ...(told['WorkGroup'] as Json), ...kept.get(place, name) }, body));
        return jsonAnswer({});
      }
      const answer = await forward(request);
      if (answer.status >= 300) return answer;
      if (request.operation === 'DeleteWorkGroup') kept.delete(place, name);
      const told = JSON.parse(answer.body.toString() || '{}') as Json;
      if (!told['WorkGroup']) return answer;
      return jsonAnswer({ WorkGroup: { ...(told['WorkGroup'] as Json), ...kept.get(place, name) } });
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
