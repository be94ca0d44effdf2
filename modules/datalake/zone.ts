import type { Referable } from '../../core/provider/made';
import { LakeformationResource } from '../../core/provider/aws';
import { dataBucket } from '../../core/aws/bucket';
import type { DataBucket, PrefixAccess } from '../../core/aws/bucket-access';
import type { CorsRule } from '../../core/aws/bucket-extras';
import { configuredInventories, inventoryDelivery } from '../../core/aws/inventory';
import { ownInventories } from '../../core/aws/inventory-config';
import { inventoryTable } from '../../core/aws/inventory-table';
import { bucketArn, plainPrefix } from '../../core/aws/location';
import type { PolicyStatement } from '../../aws/iam/statement';
import { distinct } from '../../core/aws/principals';
import type { ModuleScope, Role } from '../../core/module/scope';
import type { DatalakeConfig, ZoneConfig } from './config';
import { deliveries } from './deliveries';
import { zoneBucketName } from './names';

export interface Zone {
  readonly zone: string;
  readonly bucket: ZoneConfig;
  readonly key: { readonly arn: string };
  readonly access: readonly PrefixAccess[];
  readonly config: DatalakeConfig;
  /** Lake Formation's role and the util database. */
  readonly role: Role | undefined;
  readonly database: string;
}

/** A zone: its bucket, its registered locations, and a table over its own inventories. */
export function makeZone(scope: ModuleScope, parts: Zone): DataBucket {
  const { zone, bucket, key, access, config } = parts;
  const name = zoneBucketName(scope.names, zone);
  const own = ownInventories(bucket.inventories);
  const lifecycle = bucket.lifecycleConfiguration;
  const made = dataBucket(scope, ['bucket', zone], {
    name,
    encryptionKey: key,
    publishAt: `bucket/${zone}`,
    from: ['buckets', zone],
    prefixAccess: access,
    listRoles: distinct(access.flatMap(({ roles = [] }) => roles)),
    ...(bucket.defaultDeny && { defaultDeny: { exceptPrefix: 'inventory' } }),
    serviceStatements: inventoriesLand(scope, config, zone),
    cors: corsRules(scope, bucket),
    ...(lifecycle !== undefined && { lifecycle: config.lifecycleConfigurations[lifecycle] ?? {} }),
    eventBridge: bucket.enableEventBridgeNotifications,
    inventories: configuredInventories(scope, bucket.inventories),
    // Who is granted a location names its bucket, and Lake Formation must know the location by then.
    beforePolicy: (bucketName) => registerLocations(scope, parts, bucketArn(scope, bucketName)),
  });
  if (own.length > 0) {
    inventoryTable(scope, ['table', zone], {
      database: parts.database,
      name: zone,
      location: `s3://${made.name}/inventory/`,
      inventories: own.map((inventory) => `${made.name}/${inventory}`),
    });
  }
  return made;
}

/** Lets S3 deliver the inventories of this lake that land in a zone. */
function inventoriesLand(
  scope: ModuleScope,
  config: DatalakeConfig,
  zone: string,
): readonly PolicyStatement[] {
  const arnOf = (other: string): string => bucketArn(scope, zoneBucketName(scope.names, other));
  return deliveries(config, scope.names)
    .filter(({ to }) => to === zone)
    .map(({ prefix, from }) =>
      inventoryDelivery(arnOf(zone), prefix, { accounts: [scope.account], arns: from.map(arnOf) }),
    );
}

function registerLocations(
  scope: ModuleScope,
  { zone, bucket, role }: Zone,
  base: string,
): readonly Referable[] {
  if (!role) return [];
  return Object.entries(bucket.lakeFormationLocations).map(([name, { prefix }]) => {
    const from = ['buckets', zone, 'lakeFormationLocations', name];
    const path = plainPrefix(prefix);
    const arn = path === '' ? base : `${base}/${path}`;
    const config = { arn, roleArn: role.arn, useServiceLinkedRole: false };
    const after = ['lake formation settings'] as const;
    return scope.add(LakeformationResource, ['location', zone, name], config, { after, from });
  });
}

function corsRules(scope: ModuleScope, { corsRules: rules }: ZoneConfig): readonly CorsRule[] {
  return rules.map(({ id, allowedMethods, allowedOrigins, allowedHeaders, exposedHeaders, maxAge }) => ({
    id: scope.value(id),
    allowedMethods,
    allowedOrigins: allowedOrigins.map((origin) => scope.value(origin)),
    allowedHeaders: allowedHeaders?.map((header) => scope.value(header)),
    exposedHeaders: exposedHeaders?.map((header) => scope.value(header)),
    maxAge,
  }));
}
