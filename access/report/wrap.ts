/**
 * Words in lines of at most `width` characters, joined by `joint`. A word that is too long is cut behind a `/`, `-`,
 * `.`, `_` or space, and anywhere where it has none.
 */
export function wrap(words: readonly string[], width: number, joint = ' '): readonly string[] {
  const lines: string[] = [];
  words.forEach((word, index) => {
    const text = index < words.length - 1 ? word + joint.trimEnd() : word;
    const line = lines.at(-1);
    const gap = joint.endsWith(' ') ? ' ' : '';
    if (line !== undefined && line.length + gap.length + text.length <= width)
      lines[lines.length - 1] = line + gap + text;
    else lines.push(...pieces(text, width));
  });
  return lines;
}

function pieces(text: string, width: number): readonly string[] {
  if (text.length <= width) return [text];
  const cut = text.slice(0, width).search(/[-/._ ][^-/._ ]*$/);
  const end = cut > 0 ? cut + 1 : width;
  return [text.slice(0, end), ...pieces(text.slice(end), width)];
}
