import { AwsError, jsonAnswer, type Answer } from '../../proxy/answer';
import type { Gap, GapContext, Holding } from '../../proxy/gap';
import type { Place } from '../../proxy/moto-client';
import { Placed } from '../../proxy/placed';
import type { Json } from '../../proxy/request';

const PATHS = [
  '/associateresourceshare',
  '/disassociateresourceshare',
  '/getresourceshareassociations',
  '/listresourcesharepermissions',
];

interface Association {
  readonly share: string;
  readonly entity: string;
  readonly type: 'PRINCIPAL' | 'RESOURCE';
}

/** moto shares only what a resource share is created with: nothing joins or leaves it later. */
export function ramAssociations(context: GapContext): Gap {
  const store = new Placed<Association>();
  return {
    name: 'ram-associations',
    matches: (request) => request.service === 'ram' && PATHS.includes(request.path),
    async handle(request, forward) {
      const place = await context.place(request);
      const body = request.json();
      switch (request.path) {
        case '/associateresourceshare':
          for (const one of associationsIn(body)) store.set(place, nameOf(one), one);
          return jsonAnswer({ resourceShareAssociations: associationsIn(body).map(described) });
        case '/disassociateresourceshare':
          return leave(store, place, body);
        case '/getresourceshareassociations':
          return withOurs(await forward(request), store.at(place), body);
        default:
          return jsonAnswer({ permissions: [] });
      }
    },
    inventory: () =>
      store.all().map(({ value }): Holding => ({ service: 'ram', type: 'association', id: nameOf(value) })),
  };
}

function leave(store: Placed<Association>, place: Place, body: Json): Answer {
  const leaving = associationsIn(body);
  for (const one of leaving) {
    if (!store.delete(place, nameOf(one)))
      throw new AwsError('UnknownResourceException', `${nameOf(one)} is unknown`);
  }
  return jsonAnswer({ resourceShareAssociations: leaving.map(described) });
}

function withOurs(answer: Answer, ours: Association[], body: Json): Answer {
  const { resourceShareAssociations: theirs = [] } = JSON.parse(answer.body.toString()) as {
    resourceShareAssociations?: Json[];
  };
  const shares = body['resourceShareArns'] as string[] | undefined;
  const entity = body['principal'] ?? body['resourceArn'];
  const fitting = ours.filter(
    (one) =>
      one.type === body['associationType'] &&
      (!shares?.length || shares.includes(one.share)) &&
      (!entity || one.entity === entity),
  );
  return jsonAnswer({ resourceShareAssociations: [...theirs, ...fitting.map(described)] });
}

function associationsIn(body: Json): Association[] {
  const share = String(body['resourceShareArn']);
  const of = (key: string, type: Association['type']): Association[] =>
    ((body[key] ?? []) as string[]).map((entity) => ({ share, entity, type }));
  return [...of('principals', 'PRINCIPAL'), ...of('resourceArns', 'RESOURCE')];
}

function nameOf(one: Association): string {
  return `${one.share} ${one.entity}`;
}

function described(one: Association): Json {
  return {
    resourceShareArn: one.share,
    associatedEntity: one.entity,
    associationType: one.type,
    status: 'ASSOCIATED',
    external: true,
  };
}
