import type { Names } from '../../core/naming/names';
import type { DatalakeConfig } from './config';

export function zoneBucketName(names: Names, zone: string): string {
  return names.resource(zone, 63);
}

/** The Glue database for what the lake itself needs: dashes are not for Glue. */
export function utilDatabaseName(names: Names): string {
  return names.resource('util').replaceAll('-', '_');
}

/** Whether some zone is registered with Lake Formation, which then needs a role. */
export function hasLocations(config: DatalakeConfig): boolean {
  return Object.values(config.buckets).some(
    ({ lakeFormationLocations }) => Object.keys(lakeFormationLocations).length > 0,
  );
}
