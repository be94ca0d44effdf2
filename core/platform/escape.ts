/**
 * Text for Terraform's JSON syntax, where every string is a template: `${` and `%{` become `$${` and `%%{`.
 * This is the one place where user text is escaped. A replacer function, because `$$` in a replacement string
 * means one dollar sign.
 */
export function escapeTemplate(text: string): string {
  return text.replace(/[$%]\{/g, (opening) => `${opening[0] ?? ''}${opening}`);
}

/** Tags as the user wrote them, keys and values escaped. */
export function escapeTags(tags: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tags).map(([key, value]) => [escapeTemplate(key), escapeTemplate(value)]),
  );
}
