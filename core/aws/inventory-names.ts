/** The name of the table over inventories: `<name>_inv`, without dashes and, as Glue wants it, capitals. */
export function inventoryTableName(name: string): string {
  return `${name.toLowerCase().replaceAll('-', '_')}_inv`;
}
