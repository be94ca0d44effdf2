import type { Text } from '../platform/text';
import type { Place } from './diagnostic';

/**
 * YAML content that knows where each value and each key was written. Merging and templating turn nodes into
 * nodes; {@link toPlain} drops the places when a schema is applied.
 */
export type ConfigNode = ScalarNode | ListNode | MapNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  /** `Text` when templating left a part that only Terraform knows. */
  readonly value: string | number | boolean | null | Text;
  /** As written, where YAML read something else (a number with leading zeros, …). */
  readonly source?: string;
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
