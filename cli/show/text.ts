import { table } from '../shared/table';

/** Sections for people: lists as tables, maps as lines. */
export function viewText(view: Readonly<Record<string, unknown>>): string {
  return Object.entries(view)
    .map(([section, content]) => `${title(section)}\n${block(content)}`)
    .join('\n\n');
}

function block(content: unknown): string {
  if (Array.isArray(content)) return rows(content as readonly object[]);
  return Object.entries(content as object)
    .map(([key, value]: [string, unknown]) =>
      Array.isArray(value) && value.some((item) => typeof item === 'object')
        ? `  ${key}:\n${rows(value as readonly object[])}`
        : `  ${key}: ${words(value)}`,
    )
    .join('\n');
}

function rows(items: readonly object[]): string {
  if (items.length === 0) return '  none';
  const head = [...new Set(items.flatMap((item) => Object.keys(item)))];
  return table(
    head,
    items.map((item) => head.map((key) => words((item as Record<string, unknown>)[key]))),
  );
}

function words(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(words).join(', ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, item]) => `${key}=${words(item)}`)
      .join(', ');
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value as string | number);
}

function title(section: string): string {
  return section === 'mlStudio' ? 'ML Studio' : section[0]?.toUpperCase() + section.slice(1);
}
