import { dirname, resolve } from 'node:path';
import { RelativePath } from '../platform/named-file';
import { Text } from '../platform/text';
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

/** A value that was not read from YAML (an override, an environment variable), all of it at one place. */
export function jsonToNode(value: unknown, place: Place): ConfigNode {
  if (Array.isArray(value)) {
    return { kind: 'list', items: value.map((item) => jsonToNode(item, place)), place };
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(
      ([key, entry]) => [key, { keyPlace: place, value: jsonToNode(entry, place) }] as const,
    );
    return { kind: 'map', entries: new Map(entries), place };
  }
  if (typeof value === 'number' || typeof value === 'boolean') return { kind: 'scalar', value, place };
  return { kind: 'scalar', value: value === null || value === undefined ? null : String(value), place };
}

/** The list or map that a text is in JSON, or undefined where it is neither. */
export function jsonCollection(text: string, place: Place): ConfigNode | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return jsonToNode(JSON.parse(text), place);
  } catch {
    return undefined;
  }
}

/**
 * Drops the places: plain objects and lists for a schema. With a folder, strings that start with
 * `./` or `../` become {@link RelativePath}s, relative to the file that they are written in.
 */
export function toPlain(node: ConfigNode, rootFolder?: string): unknown {
  switch (node.kind) {
    case 'scalar':
      return plainScalar(node, rootFolder);
    case 'list':
      return node.items.map((item) => toPlain(item, rootFolder));
    case 'map':
      return Object.fromEntries(
        [...node.entries].map(([key, entry]) => [key, toPlain(entry.value, rootFolder)]),
      );
  }
}

function plainScalar(node: ScalarNode, rootFolder: string | undefined): unknown {
  const value = node.value instanceof Text ? (node.value.literal ?? node.value) : node.value;
  if (rootFolder !== undefined && typeof value === 'string' && /^\.\.?\//.test(value)) {
    return new RelativePath(value, resolve(rootFolder, dirname(node.place.file)));
  }
  return value;
}
