import { child, type ConfigNode, type MapNode } from '../node';

/** The levels that a value can be written at, outermost first: root, domain, environment, module. */
export type Levels = readonly MapNode[];

/** The innermost value of a key; of several spellings the first that is there. */
export function innermost(levels: Levels, ...keys: readonly string[]): ConfigNode | undefined {
  return levels
    .flatMap((level) => keys.map((key) => child(level, key)))
    .filter((node) => node !== undefined && !(node.kind === 'scalar' && node.value === null))
    .at(-1);
}

/** The entries of a map that every level may add to; an inner key replaces an outer one. */
export function inheritedMap(levels: Levels, key: string): ReadonlyMap<string, ConfigNode> {
  const values = new Map<string, ConfigNode>();
  for (const level of levels) {
    const map = child(level, key);
    if (map?.kind !== 'map') continue;
    for (const [name, { value }] of map.entries) values.set(name, value);
  }
  return values;
}

/** The items of a list that every level may add to, outermost first. */
export function inheritedList(levels: Levels, key: string): readonly ConfigNode[] {
  return levels.flatMap((level) => listOf(level, key));
}

/** The items of a list at one level. */
export function listOf(level: MapNode, key: string): readonly ConfigNode[] {
  const list = child(level, key);
  return list?.kind === 'list' ? list.items : [];
}
