import { oversize } from './size';
import { effective, type PolicyStatement } from './statement';
import { policyDocument } from './write';

/** Distributes statements over as few managed policies as their order allows, each within AWS's limit. */
export function packStatements(
  statements: readonly PolicyStatement[],
): readonly (readonly PolicyStatement[])[] {
  const all = effective(statements);
  const fits = (some: readonly PolicyStatement[]): boolean =>
    oversize('managed policy', policyDocument(some)) === undefined;
  if (all.length > 0 && fits(all)) return [all];
  const packs: PolicyStatement[][] = [];
  for (const statement of all) {
    const last = packs.at(-1);
    if (last && fits([...last, statement])) last.push(statement);
    else packs.push([statement]);
  }
  return packs;
}

/** How the second, third, … policy of a pack is told from the first: '', '-2', '-3', …. */
export function partSuffix(index: number): string {
  return index === 0 ? '' : `-${String(index + 1)}`;
}

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
