import { jsonAnswer, type Answer } from '../../proxy/answer';
import type { Gap, GapContext, Holding } from '../../proxy/gap';
import type { Place } from '../../proxy/moto-client';
import type { AwsRequest, Json } from '../../proxy/request';
import { now, tagMap, type Definition, type Entity, type StudioStore } from './store';

/** What one kind checks before it lets things happen. */
export interface Rules {
  /** Refuses a creation or update whose parts do not exist. */
  refuseDangling?(place: Place, body: Json): Promise<void> | void;
  /** Refuses a deletion while the entity is in use. */
  refuseInUse?(entity: Entity): void;
  /** Refuses an update in the state that the entity is in. */
  refuseUpdate?(entity: Entity): void;
  /** What stays behind after a deletion. */
  remains?(entity: Entity, request: Json): void;
  /** What to show in the inventory besides the entities. */
  inventory?(): Holding[];
}

/** A gap that keeps the whole life of one kind: create, describe, update, list, delete. */
export function lifeCycle(
  context: GapContext,
  store: StudioStore,
  definition: Definition,
  rules: Rules = {},
): Gap {
  const { kind } = definition;
  const operation = new RegExp(`^(Create|Describe|Update|Delete|List)${kind}s?$`);
  return {
    name: `sagemaker-${kind}`,
    matches: (request) => request.service === 'sagemaker' && operation.test(request.operation),
    async handle(request) {
      const place = await context.place(request);
      return new LifeCycle(store, definition, rules, place).answer(request);
    },
    inventory: () => [
      ...store
        .all()
        .filter((entity) => entity.kind === kind)
        .map((entity) => ({
          service: 'sagemaker',
          type: kind,
          id: entity.arn,
        })),
      ...(rules.inventory?.() ?? []),
    ],
  };
}

class LifeCycle {
  constructor(
    private readonly store: StudioStore,
    private readonly definition: Definition,
    private readonly rules: Rules,
    private readonly place: Place,
  ) {}

  async answer(request: AwsRequest): Promise<Answer> {
    const body = request.json();
    const verb = /^[A-Z][a-z]+/.exec(request.operation)?.[0] ?? '';
    switch (verb) {
      case 'Create':
        return this.create(body);
      case 'Describe':
        return jsonAnswer(this.store.find(this.place, this.definition, body).body);
      case 'Update':
        return this.update(body);
      case 'Delete':
        return this.delete(body);
      default:
        return this.list(body);
    }
  }

  private async create({ Tags, ...asked }: Json): Promise<Answer> {
    const { definition, place } = this;
    await this.rules.refuseDangling?.(place, asked);
    const times = { CreationTime: now(), LastModifiedTime: now() };
    const whole = { ...asked, ...definition.born(asked, place), ...times };
    const arn = `arn:aws:sagemaker:${place.region}:${place.account}:${definition.path(whole)}`;
    const body = { ...whole, [arnField(definition)]: arn };
    this.store.add({ kind: definition.kind, place, arn, body, tags: tagMap(Tags) });
    return jsonAnswer(definition.answer(body));
  }

  private async update(change: Json): Promise<Answer> {
    const entity = this.store.find(this.place, this.definition, change);
    this.rules.refuseUpdate?.(entity);
    await this.rules.refuseDangling?.(this.place, { ...entity.body, ...change });
    const updated = this.definition.updated ?? ((body, changes): Json => ({ ...body, ...changes }));
    this.store.replace(entity, { ...updated(entity.body, change), LastModifiedTime: now() });
    return jsonAnswer(this.definition.answer(entity.body));
  }

  private delete(body: Json): Answer {
    const entity = this.store.find(this.place, this.definition, body);
    this.rules.refuseInUse?.(entity);
    this.store.delete(entity);
    this.rules.remains?.(entity, body);
    return jsonAnswer(this.definition.answer(entity.body));
  }

  private list(body: Json): Answer {
    const fields = { DomainId: body['DomainIdEquals'] };
    const entities = this.store.list(this.place, this.definition.kind, fields);
    return jsonAnswer({ [this.definition.listedAs]: entities.map((entity) => entity.body) });
  }
}

function arnField({ kind }: Definition): string {
  return kind === 'MlflowTrackingServer' ? 'TrackingServerArn' : `${kind}Arn`;
}
