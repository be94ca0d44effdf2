import type { PolicyStatement } from './policy';

/** How many characters of names a statement holds at most: few enough for policies to be filled well. */
const share = 2500;

/**
 * The same statement for a list of names of any length: several statements, each small enough to find its place
 * in a policy. Names are never shortened to patterns, which would reach what merely begins alike.
 */
export function inParts(
  names: readonly string[],
  statement: (names: readonly string[]) => PolicyStatement,
): readonly PolicyStatement[] {
  const parts: string[][] = [];
  let room = 0;
  for (const name of [...new Set(names)].sort()) {
    const last = parts.at(-1);
    if (last && name.length <= room) last.push(name);
    else {
      parts.push([name]);
      room = share;
    }
    room -= name.length;
  }
  return parts.map(statement);
}
