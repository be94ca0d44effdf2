/** The name of the table over inventories: `<name>_inv`, without dashes. */
export function inventoryTableName(name: string): string {
  return `${name.replaceAll('-', '_')}_inv`;
}
