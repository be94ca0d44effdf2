import { GlueCatalogDatabase } from '../../core/provider/aws';
import type { PrefixAccess } from '../../core/aws/bucket-access';
import { encryptionKey } from '../../core/aws/key';
import { inventoryEncrypts } from '../../core/aws/key-statements';
import { bucketArn } from '../../core/aws/location';
import { serviceRole } from '../../core/aws/role';
import { trustInService } from '../../core/aws/trust';
import type { ModuleScope, Role } from '../../core/module/scope';
import { keyUsers, locationAccess, zoneAccess } from './access';
import type { DatalakeConfig } from './config';
import { deliveries } from './deliveries';
import { hasLocations, utilDatabaseName, zoneBucketName } from './names';
import { storageLens } from './storage-lens';
import { makeZone } from './zone';

/** One key, a bucket for each zone, and what Glue and Lake Formation need to know of them. */
export function build(scope: ModuleScope, config: DatalakeConfig): void {
  const role = hasLocations(config) ? lakeFormationRole(scope) : undefined;
  const zones = Object.entries(config.buckets).sort(([a], [b]) => (a < b ? -1 : 1));
  const access = new Map(
    zones.map(([zone, bucket]) => [
      zone,
      [...zoneAccess(scope, config, bucket), ...locationAccess(bucket, role)],
    ]),
  );
  const key = lakeKey(scope, config, [...access.values()].flat());
  const database = utilDatabase(scope);
  const buckets = zones.map(([zone, bucket]) =>
    makeZone(scope, { zone, bucket, key, role, database, access: access.get(zone) ?? [], config }),
  );
  if (config.storageLensEnabled) {
    storageLens(
      scope,
      buckets.map(({ arn }) => arn),
    );
  }
}

function lakeFormationRole(scope: ModuleScope): Role {
  return serviceRole(scope, ['role', 'lake-formation'], {
    name: scope.name('lake-formation', 64),
    trust: [trustInService('lakeformation.amazonaws.com', { account: scope.account })],
    publishAt: 'role/lake-formation',
  });
}

function lakeKey(
  scope: ModuleScope,
  config: DatalakeConfig,
  access: readonly PrefixAccess[],
): { readonly arn: string } {
  const listed = new Set(deliveries(config, scope.names).flatMap(({ from }) => from));
  const arns = [...listed].map((zone) => bucketArn(scope, zoneBucketName(scope.names, zone)));
  return encryptionKey(scope, 'key', {
    alias: scope.name(undefined, 256),
    publishAt: 'kms',
    ...keyUsers(access),
    statements: arns.length > 0 ? [inventoryEncrypts([scope.account], arns)] : [],
  });
}

/** Glue tables over inventories; made without any, so that the first inventory moves nothing. */
function utilDatabase(scope: ModuleScope): string {
  const config = { name: utilDatabaseName(scope.names), description: 'Inventories of the data lake' };
  return scope.add(GlueCatalogDatabase, 'util', config, { protect: true, after: ['lake formation settings'] })
    .name;
}
