import type { Place } from '../../diagnostics/diagnostic';
import type { ConfigNode } from './node';

/** Keys and positions that lead to a part of a module's YAML. */
export type ConfigPath = readonly (string | number)[];

/** What a path into a tree of nodes leads to. */
export interface Located {
  /** The node, or the last one on the way where the path leads out of the tree. */
  readonly node: ConfigNode;
  /** The key that leads to {@link node} in a map, or the beginning of the item of a list. */
  readonly keyPlace: Place | undefined;
  /** Whether the whole path is there. */
  readonly found: boolean;
}

/** Follows a path of keys and positions. */
export function locate(root: ConfigNode, path: readonly PropertyKey[], rootPlace?: Place): Located {
  let node = root;
  let keyPlace = rootPlace;
  for (const segment of path) {
    const step = follow(node, segment);
    if (!step) return { node, keyPlace, found: false };
    node = step.value;
    keyPlace = step.keyPlace ?? keyPlace;
  }
  return { node, keyPlace, found: true };
}

/** The place to show for a path: of the value where it is a single one, of its key otherwise. */
export function placeAt(root: ConfigNode, path: ConfigPath, rootPlace: Place): Place {
  const located = locate(root, path, rootPlace);
  const at = located.found && located.node.kind === 'scalar' ? located.node.place : located.keyPlace;
  return at ?? rootPlace;
}

function follow(node: ConfigNode, segment: PropertyKey): { value: ConfigNode; keyPlace?: Place } | undefined {
  if (node.kind === 'map') return node.entries.get(String(segment));
  if (node.kind !== 'list' || typeof segment !== 'number') return undefined;
  const item = node.items[segment];
  return item && { value: item, keyPlace: item.place };
}
