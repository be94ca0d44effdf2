import type { Names } from '../../core/naming/names';

export const trailTable = 'cloudtrail_audit';
export const inventoryTable = 'audit_inv';

/** The Glue database over the logs: dashes are not for Glue. */
export function databaseName(names: Names): string {
  return names.resource().replaceAll('-', '_');
}
