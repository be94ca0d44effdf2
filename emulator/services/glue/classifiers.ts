import { AwsError, jsonAnswer, type Answer } from '../../proxy/answer';
import type { Gap, GapContext } from '../../proxy/gap';
import type { Place } from '../../proxy/moto-client';
import { Placed } from '../../proxy/placed';
import type { AwsRequest, Json } from '../../proxy/request';
import { regional } from '../service';

const OPERATION = /^(Create|Get|Update|Delete)Classifiers?$/;
const KINDS = ['CsvClassifier', 'GrokClassifier', 'JsonClassifier', 'XMLClassifier'];

/** moto has no classifiers. */
export function glueClassifiers(context: GapContext): Gap {
  const store = new Placed<Json>();
  return {
    name: 'glue-classifiers',
    matches: (request) => request.service === 'glue' && OPERATION.test(request.operation),
    handle: async (request) => answerTo(store, await context.place(request), request),
    inventory: () =>
      store
        .all()
        .map(({ place, name }) => ({ service: 'glue', type: 'classifier', id: regional(place, name) })),
  };
}

function answerTo(store: Placed<Json>, place: Place, request: AwsRequest): Answer {
  const body = request.json();
  switch (request.operation) {
    case 'CreateClassifier':
      return put(store, place, body, 'create');
    case 'UpdateClassifier':
      return put(store, place, body, 'update');
    case 'DeleteClassifier':
      if (!store.delete(place, String(body['Name']))) throw missing(String(body['Name']));
      return jsonAnswer({});
    case 'GetClassifier':
      return jsonAnswer({ Classifier: existing(store, place, String(body['Name'])) });
    default:
      return jsonAnswer({ Classifiers: store.at(place) });
  }
}

function put(store: Placed<Json>, place: Place, body: Json, how: 'create' | 'update'): Answer {
  const kind = KINDS.find((key) => body[key] !== undefined && body[key] !== null);
  if (!kind) throw new AwsError('InvalidInputException', 'A classifier of one kind is needed');
  const details = body[kind] as Json;
  const name = String(details['Name']);
  const before = store.get(place, name);
  if (how === 'create' && before)
    throw new AwsError('AlreadyExistsException', `Classifier ${name} already exists`);
  if (how === 'update' && !before) throw missing(name);
  const now = Math.floor(Date.now() / 1000);
  store.set(place, name, { [kind]: { ...details, CreationTime: now, LastUpdated: now, Version: 1 } });
  return jsonAnswer({});
}

function existing(store: Placed<Json>, place: Place, name: string): Json {
  const found = store.get(place, name);
  if (!found) throw missing(name);
  return found;
}

function missing(name: string): AwsError {
  return new AwsError('EntityNotFoundException', `Classifier ${name} not found.`);
}
