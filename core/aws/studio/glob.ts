/**
 * Whether patterns leave a file out, as those of CDK assets: a pattern without a slash is about names in any
 * folder, one that matches a folder is about all that is in it, `!` takes back, the last match counts.
 */
export function excludedBy(patterns: readonly string[], file: string): boolean {
  let excluded = false;
  for (const pattern of patterns) {
    const back = pattern.startsWith('!');
    if (matches(back ? pattern.slice(1) : pattern, file)) excluded = !back;
  }
  return excluded;
}

function matches(pattern: string, file: string): boolean {
  const expression = toExpression(pattern.replace(/\/+$/, ''));
  const parts = file.split('/');
  if (!pattern.replace(/\/+$/, '').includes('/')) return parts.some((part) => expression.test(part));
  return parts.some((_, depth) => expression.test(parts.slice(0, depth + 1).join('/')));
}

function toExpression(pattern: string): RegExp {
  const source = pattern.replace(/\*\*\/|\*\*|\*|\?|[.+^${}()|[\]\\]/g, (token) => {
    switch (token) {
      case '**/':
        return '(?:.*/)?';
      case '**':
        return '.*';
      case '*':
        return '[^/]*';
      case '?':
        return '[^/]';
      default:
        return `\\${token}`;
    }
  });
  return new RegExp(`^${source}$`);
}
