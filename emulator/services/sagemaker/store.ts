import { AwsError } from '../../proxy/answer';
import type { Place } from '../../proxy/moto-client';
import type { Json } from '../../proxy/request';
import type { Definition, Entity, Kind } from './entity';

/** All Studio resources of one sandbox, by ARN. */
export class StudioStore {
  private readonly entities = new Map<string, Entity>();

  add(entity: Entity): void {
    if (this.entities.has(entity.arn)) throw new AwsError('ResourceInUse', `${entity.arn} already exists`);
    this.entities.set(entity.arn, entity);
  }

  replace(entity: Entity, body: Json): void {
    this.entities.set(entity.arn, { ...entity, body });
  }

  delete(entity: Entity): void {
    this.entities.delete(entity.arn);
  }

  byArn(arn: string): Entity | undefined {
    return this.entities.get(arn);
  }

  all(): Entity[] {
    return [...this.entities.values()];
  }

  /** Those of one kind, account and region whose fields have the given values; empty values do not count. */
  list(place: Place, kind: Kind, fields: Json = {}): Entity[] {
    return this.all().filter(
      (entity) =>
        entity.kind === kind &&
        entity.place.account === place.account &&
        entity.place.region === place.region &&
        Object.entries(fields).every(([name, value]) => !value || entity.body[name] === value),
    );
  }

  /** The one that a call names by its key fields; refused when there is none. */
  find(place: Place, definition: Definition, body: Json): Entity {
    const fields = Object.fromEntries(definition.keys.map((key) => [key, body[key]]));
    const found = this.list(place, definition.kind, fields)[0];
    if (found) return found;
    if (definition.missing) throw new AwsError(definition.missing.code, definition.missing.message);
    const name = definition.keys
      .map((key) => body[key])
      .filter(Boolean)
      .join('/');
    throw new AwsError('ResourceNotFound', `${definition.kind} [${name}] does not exist.`);
  }
}
