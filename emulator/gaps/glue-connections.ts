import { jsonAnswer } from '../answer';
import type { Gap, GapContext } from '../gap';
import { Placed } from '../placed';
import type { Json } from '../request';

const WRITES = ['CreateConnection', 'UpdateConnection'];
const READS = ['GetConnection', 'GetConnections'];

/** moto forgets the type and the match criteria of a connection; they are added to what it answers. */
export function glueConnections(context: GapContext): Gap {
  const inputs = new Placed<Json>();
  return {
    name: 'glue-connections',
    matches: (request) => request.service === 'glue' && [...WRITES, ...READS].includes(request.operation ?? ''),
    async handle(request, forward) {
      const place = await context.place(request);
      const answer = await forward(request);
      if (answer.status >= 300) return answer;
      if (WRITES.includes(request.operation ?? '')) {
        const input = (request.json()['ConnectionInput'] ?? {}) as Json;
        inputs.set(place, String(input['Name']), input);
        return answer;
      }
      const body = JSON.parse(answer.body.toString()) as Json;
      const complete = (connection: Json): Json => {
        const { ConnectionType, MatchCriteria } = inputs.get(place, String(connection['Name'])) ?? {};
        return { ...connection, ConnectionType, MatchCriteria: MatchCriteria ?? [] };
      };
      if (body['Connection']) return jsonAnswer({ Connection: complete(body['Connection'] as Json) });
      return jsonAnswer({ ...body, ConnectionList: ((body['ConnectionList'] ?? []) as Json[]).map(complete) });
    },
  };
}
