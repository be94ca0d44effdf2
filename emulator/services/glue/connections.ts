import { AwsError, jsonAnswer, type Answer } from '../../proxy/answer';
import type { Gap, GapContext } from '../../proxy/gap';
import type { Place } from '../../proxy/moto-client';
import { Placed } from '../../proxy/placed';
import type { AwsRequest, Json } from '../../proxy/request';
import { regional } from '../service';

const OPERATION = /^(Create|Get|Update|Delete)Connections?$/;

/** moto forgets the type and match criteria of connections and cannot delete them, so they are kept here. */
export function glueConnections(context: GapContext): Gap {
  const store = new Placed<Json>();
  return {
    name: 'glue-connections',
    matches: (request) => request.service === 'glue' && OPERATION.test(request.operation),
    handle: async (request) => answerTo(store, await context.place(request), context, request),
    inventory: () =>
      store
        .all()
        .map(({ place, name }) => ({ service: 'glue', type: 'connection', id: regional(place, name) })),
  };
}

async function answerTo(
  store: Placed<Json>,
  place: Place,
  context: GapContext,
  request: AwsRequest,
): Promise<Answer> {
  const body = request.json();
  const input = (body['ConnectionInput'] ?? {}) as Json;
  const name = String(body['ConnectionName'] ?? body['Name'] ?? input['Name']);
  switch (request.operation) {
    case 'CreateConnection':
      if (store.get(place, name))
        throw new AwsError('AlreadyExistsException', `Connection ${name} already exists`);
      store.set(place, name, connectionOf(input, now()));
      await tag(context, place, name, body['Tags']);
      return jsonAnswer({ CreateConnectionStatus: 'READY' });
    case 'UpdateConnection':
      store.set(place, name, connectionOf(input, existing(store, place, name)['CreationTime']));
      return jsonAnswer({});
    case 'DeleteConnection':
      existing(store, place, name);
      store.delete(place, name);
      return jsonAnswer({});
    case 'GetConnection':
      return jsonAnswer({ Connection: existing(store, place, name) });
    default:
      return jsonAnswer({ ConnectionList: store.at(place) });
  }
}

function connectionOf(input: Json, created: unknown): Json {
  return { MatchCriteria: [], ...input, CreationTime: created, LastUpdatedTime: now(), Status: 'READY' };
}

function existing(store: Placed<Json>, place: Place, name: string): Json {
  const found = store.get(place, name);
  if (!found) throw new AwsError('EntityNotFoundException', `Connection ${name} not found.`);
  return found;
}

async function tag(context: GapContext, place: Place, name: string, tags: unknown): Promise<void> {
  const ResourceArn = `arn:aws:glue:${place.region}:${place.account}:connection/${name}`;
  await context.moto.json(place, 'glue', 'AWSGlue.TagResource', { ResourceArn, TagsToAdd: tags ?? {} });
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}
