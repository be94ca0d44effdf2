import Table from 'cli-table3';

/** Rows for people; the values of each in the order of the head. */
export function table(head: readonly string[], rows: readonly object[]): string {
  const lines = new Table({ head: [...head], style: { head: [], border: [], compact: true } });
  for (const row of rows) lines.push(Object.values(row).map(String));
  return lines.toString();
}
