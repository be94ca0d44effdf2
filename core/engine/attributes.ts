import type { Element } from '../blueprint/element';
import { PolicyDocument } from '../blueprint/policy-document';
import { snakeCase } from '../provider/made';
import type { ResourceType } from '../provider/resource-type';

/** A block of Terraform's JSON. */
export type Block = Readonly<Record<string, unknown>>;

/** Terraform's own arguments: their keys are spelled as its JSON has them. */
const metaArguments = new Set(['dependsOn', 'count', 'forEach', 'lifecycle', 'provider']);

/** The arguments of an element in Terraform's spelling, without those that are given raw. */
export function attributesOf({ type, arguments: args }: Pick<Element, 'type' | 'arguments'>): Block {
  const block: Record<string, unknown> = {};
  const raw = new Set(type.raw);
  for (const [key, value] of Object.entries(args)) {
    if (value === undefined || raw.has(key)) continue;
    if (metaArguments.has(key)) block[snakeCase(key)] = snakeKeys(value, [], {});
    else block[nameOf(key, type)] = valueOf(value, type.maps.includes(key), type);
  }
  return block;
}

/** Arguments that are written as they are, over the others: what CDKTF calls overrides. */
export function rawOf({ type, arguments: args, raw }: Pick<Element, 'type' | 'arguments' | 'raw'>): Block {
  const own = type.raw.flatMap((key) => (args[key] === undefined ? [] : [[key, plain(args[key])] as const]));
  const given = Object.entries(raw).map(([key, value]) => [key, plain(value)] as const);
  return Object.fromEntries([...own, ...given]);
}

function nameOf(key: string, { irregular }: Pick<ResourceType, 'irregular'>): string {
  return irregular[key] ?? snakeCase(key);
}

function valueOf(value: unknown, isMap: boolean, type: ResourceType): unknown {
  return isMap ? plain(value) : snakeKeys(value, type.maps, type.irregular);
}

function snakeKeys(
  value: unknown,
  maps: readonly string[],
  irregular: Readonly<Record<string, string>>,
): unknown {
  if (value instanceof PolicyDocument) return value.text;
  if (Array.isArray(value)) return value.map((item) => snakeKeys(item, maps, irregular));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [
        nameOf(key, { irregular }),
        maps.includes(key) ? plain(item) : snakeKeys(item, maps, irregular),
      ]),
  );
}

/** A value whose keys stay: policies become text. */
function plain(value: unknown): unknown {
  if (value instanceof PolicyDocument) return value.text;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, plain(item)]])),
  );
}
