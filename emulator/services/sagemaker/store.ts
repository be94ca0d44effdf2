import { AwsError } from '../../proxy/answer';
import type { Place } from '../../proxy/moto-client';
import type { Json } from '../../proxy/request';

/** The Studio resources that the sandbox keeps itself. */
export type Kind =
  | 'Domain'
  | 'UserProfile'
  | 'Space'
  | 'App'
  | 'StudioLifecycleConfig'
  | 'MlflowTrackingServer'
  | 'NotebookInstance';

/** One of them, with what was asked for and its tags. */
export interface Entity {
  readonly kind: Kind;
  readonly place: Place;
  readonly arn: string;
  readonly body: Json;
  readonly tags: Map<string, string>;
}

/** What is special to one kind. */
export interface Definition {
  readonly kind: Kind;
  /** Which fields identify it, in calls that describe, update and delete. */
  readonly keys: readonly string[];
  /** What its list call wraps the entries in. */
  readonly listedAs: string;
  /** The ARN after the account, as in `user-profile/<domain>/<name>`. */
  path(body: Json): string;
  /** What the service adds at creation: ids, addresses, status. */
  born(body: Json, place: Place): Json;
  /** Answers create and update, given the whole entity. */
  answer(body: Json): Json;
  /** How it is said that there is none; as a missing resource, if not told otherwise. */
  readonly missing?: { readonly code: string; readonly message: string };
  /** Takes an update's arguments in. */
  updated?(body: Json, change: Json): Json;
}

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

/** Tags as the API writes them. */
export function tagList(tags: Map<string, string>): Json[] {
  return [...tags].map(([Key, Value]) => ({ Key, Value }));
}

/** Tags as a map. */
export function tagMap(tags: unknown): Map<string, string> {
  const list = (tags ?? []) as { Key: string; Value: string }[];
  return new Map(list.map(({ Key, Value }) => [Key, Value]));
}

/** The time, as SageMaker writes it. */
export function now(): number {
  return Date.now() / 1000;
}
