/** What an expression of Terraform is made of, as far as synthesized stacks use them. */
export type Expression =
  | { readonly kind: 'reference'; readonly path: readonly string[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'literal'; readonly value: string | number };

const token = /\s*(?:("(?:[^"\\]|\\.)*")|(-?\d+)|([A-Za-z_][\w-]*(?:\.[A-Za-z_0-9][\w-]*)*)|([(),]))/y;

/** Parses references and function calls; undefined for anything else. */
export function parseExpression(source: string): Expression | undefined {
  const tokens = tokenize(source);
  if (!tokens) return undefined;
  const reader = { tokens, at: 0 };
  const expression = read(reader);
  return reader.at === tokens.length ? expression : undefined;
}

function tokenize(source: string): readonly string[] | undefined {
  const found: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < source.trimEnd().length) {
    const match = token.exec(source);
    if (!match) return undefined;
    found.push(match[0].trim());
  }
  return found;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

function read(reader: Reader): Expression | undefined {
  const first = reader.tokens[reader.at++];
  if (first === undefined || '(),'.includes(first)) return undefined;
  if (first.startsWith('"')) return textOf(first);
  if (/^-?\d+$/.test(first)) return { kind: 'literal', value: Number(first) };
  if (reader.tokens[reader.at] !== '(') return { kind: 'reference', path: first.split('.') };
  reader.at++;
  const args: Expression[] = [];
  while (reader.tokens[reader.at] !== ')') {
    const arg = read(reader);
    if (!arg) return undefined;
    args.push(arg);
    if (reader.tokens[reader.at] === ',') reader.at++;
  }
  reader.at++;
  return { kind: 'call', name: first, args };
}

/** A quoted text; undefined where it holds what is more than text, or an escape that only Terraform has. */
function textOf(quoted: string): Expression | undefined {
  if (/[$%]\{/.test(quoted)) return undefined;
  try {
    return { kind: 'literal', value: JSON.parse(quoted) as string };
  } catch {
    return undefined;
  }
}
