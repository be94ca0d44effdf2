/**
 * A pattern whose wildcards are characters that no policy holds, so that text put in for a variable is never
 * mistaken for one: {@link any} stands for `*`, {@link one} for `?`.
 */
export type Glob = string;

export const any = '\uE000';
export const one = '\uE001';

export type Matcher = (value: string) => boolean;

/** The pattern that a text with `*` and `?` stands for. */
export function globOf(text: string): Glob {
  return text.replaceAll('*', any).replaceAll('?', one);
}

/** A function that tells whether a value matches all of a pattern. */
export function matcher(glob: Glob): Matcher {
  if (glob === any) return () => true;
  const first = glob.search(/[\uE000\uE001]/);
  if (first < 0) return (value) => value === glob;
  if (first === glob.length - 1 && glob.endsWith(any)) {
    const prefix = glob.slice(0, -1);
    return (value) => value.startsWith(prefix);
  }
  return (value) => globMatches(glob, value);
}

/** The same for a text with `*` and `?`. */
export function matcherOf(text: string): Matcher {
  return matcher(globOf(text));
}

/** Whether a value matches all of a pattern. Goes back to the last `*` only, so it takes no exponential time. */
export function globMatches(glob: Glob, value: string): boolean {
  let [g, v, star, resume] = [0, 0, -1, 0];
  while (v < value.length) {
    const wanted = glob[g];
    if (wanted === any) {
      star = g++;
      resume = v;
    } else if (wanted === one || wanted === value[v]) {
      g++;
      v++;
    } else if (star >= 0) {
      g = star + 1;
      v = ++resume;
    } else return false;
  }
  while (glob[g] === any) g++;
  return g === glob.length;
}
