/** Members that share their prefixes. */
export interface PrefixGroup<T> {
  /** Without slashes at their ends, sorted; none where nothing is reached, `''` is the whole bucket. */
  readonly prefixes: readonly string[];
  readonly members: readonly T[];
}

/** Members grouped by their prefixes, in an order that depends on nothing else. */
export function groupByPrefixes<T>(
  members: readonly T[],
  prefixesOf: (member: T) => readonly string[],
): readonly PrefixGroup<T>[] {
  const groups = new Map<string, { prefixes: readonly string[]; members: T[] }>();
  for (const member of members) {
    const prefixes = [...new Set(prefixesOf(member))].sort();
    const key = nameOf(prefixes);
    const group = groups.get(key) ?? { prefixes, members: [] };
    group.members.push(member);
    groups.set(key, group);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function nameOf(prefixes: readonly string[]): string {
  return prefixes.map((prefix) => `${prefix}\n`).join('');
}

/** Prefixes without those that lie below another one. */
export function outermost(prefixes: readonly string[]): readonly string[] {
  return prefixes.filter((prefix) => !prefixes.some((other) => other !== prefix && isWithin(prefix, other)));
}

/** Whether a prefix is another one or lies below it; `''` is the whole bucket. */
export function isWithin(prefix: string, other: string): boolean {
  return other === '' || prefix === other || prefix.startsWith(`${other}/`);
}
