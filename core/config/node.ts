import type { Text } from '../platform/text';
import type { Place } from '../../diagnostics/diagnostic';

/**
 * YAML content that knows where each value and each key was written. Merging and templating turn nodes into
 * nodes; `toPlain` drops the places when a schema is applied.
 */
export type ConfigNode = ScalarNode | ListNode | MapNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  /** `Text` when templating left a part that only Terraform knows. */
  readonly value: string | number | boolean | null | Text;
  /** As written, where YAML read something else (a number with leading zeros, …). */
  readonly source?: string;
  /** A diagnostic about it was reported already: what follows from it is not worth another. */
  readonly failed?: true;
  readonly place: Place;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly ConfigNode[];
  readonly place: Place;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, MapEntry>;
  readonly place: Place;
}

export interface MapEntry {
  /** Where the key is written. */
  readonly keyPlace: Place;
  readonly value: ConfigNode;
}

/** The empty map, for a file without content and for what was left out. */
export function emptyMap(place: Place): MapNode {
  return { kind: 'map', entries: new Map(), place };
}

/** The value under a key of a map. */
export function child(node: ConfigNode | undefined, key: string): ConfigNode | undefined {
  return node?.kind === 'map' ? node.entries.get(key)?.value : undefined;
}

/** Whether something was reported already about the node or anything in it. */
export function hasFailed(node: ConfigNode): boolean {
  if (node.kind === 'scalar') return node.failed === true;
  if (node.kind === 'list') return node.items.some(hasFailed);
  return [...node.entries.values()].some((entry) => hasFailed(entry.value));
}

/** A map without some of its keys. */
export function without(map: MapNode, ...keys: readonly string[]): MapNode {
  return { ...map, entries: new Map([...map.entries].filter(([key]) => !keys.includes(key))) };
}

/** What the node is, in the words of the user. */
export function describeNode(node: ConfigNode): string {
  if (node.kind !== 'scalar') return node.kind === 'list' ? 'a list' : 'a map';
  const { value } = node;
  if (value === null) return 'empty';
  if (typeof value === 'number') return `the number ${node.source ?? value}`;
  if (typeof value === 'boolean') return `${value}`;
  return `"${typeof value === 'string' ? value : value.describe()}"`;
}
