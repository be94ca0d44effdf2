import type { ConfigNode, ListNode, MapNode } from './node';

/** How two lists become one. */
export type MergeLists = (first: ListNode, second: ListNode) => ListNode;

/** MDAA's merge of module files: maps deeply, lists one after the other, of scalars the later one. */
export function merge(first: ConfigNode, second: ConfigNode): ConfigNode {
  return deepMerge(first, second, concatenate);
}

/** MDAA's merge of an environment with its template: maps deeply, lists item by item, of scalars the later one. */
export function mergeByIndex(first: ConfigNode, second: ConfigNode): ConfigNode {
  return deepMerge(first, second, byIndex);
}

/** Keys of `second` replace those of `first`; nothing below them is merged. */
export function spread(first: MapNode, second: MapNode): MapNode {
  return { ...first, entries: new Map([...first.entries, ...second.entries]) };
}

function deepMerge(first: ConfigNode, second: ConfigNode, lists: MergeLists): ConfigNode {
  if (first.kind === 'list' && second.kind === 'list') return lists(first, second);
  if (first.kind !== 'map' || second.kind !== 'map') return second;
  const entries = new Map(first.entries);
  for (const [key, entry] of second.entries) {
    const before = first.entries.get(key);
    entries.set(key, before ? { ...entry, value: deepMerge(before.value, entry.value, lists) } : entry);
  }
  return { ...first, entries };
}

function concatenate(first: ListNode, second: ListNode): ListNode {
  return { ...first, items: [...first.items, ...second.items] };
}

function byIndex(first: ListNode, second: ListNode): ListNode {
  const merged = second.items.map((item, index) => {
    const before = first.items[index];
    return before ? deepMerge(before, item, byIndex) : item;
  });
  return { ...second, items: [...merged, ...first.items.slice(merged.length)] };
}
