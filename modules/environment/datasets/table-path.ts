import type { DatasetFacts } from './facts';

/** The key of the variable's address: `var.<module>__existing-tables`. */
export const existingTablesKey = 'existing-tables';

/** What a table is called in the variable. */
export function tablePath({ path }: DatasetFacts, table: string): string {
  return `${path}/${table}`;
}
