import { expressionsIn } from '../provider/expression';

/** JSON of a value whose strings are Terraform strings: quotes are escaped in their text, not in their expressions. */
export function jsonText(value: unknown): string {
  const codes: string[] = [];
  const text = JSON.stringify(value, (_key, entry: unknown) =>
    typeof entry === 'string' && entry.includes('"') ? set(entry, codes) : entry,
  );
  return codes.length === 0
    ? text
    : text.replace(/\uE000(\d+)\uE001/g, (_mark, index: string) => codes[Number(index)] ?? '');
}

/** Text with a mark in the place of each expression, whose code is put aside. */
function set(text: string, codes: string[]): string {
  let marked = '';
  let at = 0;
  for (const { from, to } of expressionsIn(text)) {
    marked += `${text.slice(at, from)}\uE000${String(codes.length)}\uE001`;
    codes.push(text.slice(from, to));
    at = to;
  }
  return marked + text.slice(at);
}
