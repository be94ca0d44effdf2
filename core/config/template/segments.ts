/** A piece of a string: literal text, or a `{{…}}` reference whose body may hold references itself. */
export type Segment = string | Reference;

export interface Reference {
  readonly body: readonly Segment[];
  /** As written, braces included. */
  readonly source: string;
}

/** Whether a string has anything to resolve in it. */
export function hasReference(text: string): boolean {
  return text.includes('{{');
}

/** Splits a string at its references. Braces without a partner are literal text. */
export function segments(text: string): readonly Segment[] {
  const found: Segment[] = [];
  let rest = 0;
  for (let start = opening(text, 0); start !== -1; start = opening(text, rest)) {
    const end = closing(text, start);
    if (end === -1) break;
    if (start > rest) found.push(text.slice(rest, start));
    found.push({ body: segments(text.slice(start + 2, end)), source: text.slice(start, end + 2) });
    rest = end + 2;
  }
  if (rest < text.length) found.push(text.slice(rest));
  return found;
}

/** The next `{{` that has a partner. Of an odd run of braces the first is text: `{{{env}}}` is `{`, `{{env}}`, `}`. */
function opening(text: string, from: number): number {
  for (let at = text.indexOf('{{', from); at !== -1; at = text.indexOf('{{', at + 1)) {
    let run = 2;
    while (text[at + run] === '{') run++;
    const start = run % 2 === 0 ? at : at + 1;
    if (closing(text, start) !== -1) return start;
  }
  return -1;
}

function closing(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length - 1; at++) {
    const pair = text.slice(at, at + 2);
    if (pair === '{{') depth++;
    else if (pair === '}}') depth--;
    else continue;
    if (depth === 0) return at;
    at++;
  }
  return -1;
}
