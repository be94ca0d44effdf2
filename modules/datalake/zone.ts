import { LakeformationResource } from '@cdktf/provider-aws/lib/lakeformation-resource';
import { dataBucket, type DataBucket } from '../../core/aws/bucket';
import type { CorsRule } from '../../core/aws/bucket-extras';
import type { PrefixAccess } from '../../core/aws/bucket-policy';
import { inventoryDelivery, type InventoryOptions } from '../../core/aws/inventory';
import { inventoryTable } from '../../core/aws/inventory-table';
import { bucketArn, plainPrefix } from '../../core/aws/location';
import { distinct } from '../../core/aws/principals';
import type { ModuleScope, Role } from '../../core/module/scope';
import type { DatalakeConfig, ZoneConfig } from './config';
import { ownInventories, zoneBucketName } from './names';

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
export function makeZone(scope: ModuleScope, parts: Zone): void {
  const { zone, bucket, key, access, config } = parts;
  const name = zoneBucketName(scope.names, zone);
  const arn = bucketArn(scope, name);
  const own = ownInventories(bucket);
  const lifecycle = bucket.lifecycleConfiguration;
  const made = dataBucket(scope, ['bucket', zone], {
    name,
    encryptionKey: key,
    publishAt: `bucket/${zone}`,
    prefixAccess: access,
    listRoles: distinct(access.flatMap(({ roles = [] }) => roles)),
    ...(bucket.defaultDeny && { defaultDeny: { exceptPrefix: 'inventory' } }),
    serviceStatements:
      own.length > 0 ? [inventoryDelivery(arn, 'inventory', { accounts: [scope.account], arns: [arn] })] : [],
    cors: corsRules(scope, bucket),
    ...(lifecycle !== undefined && { lifecycle: config.lifecycleConfigurations[lifecycle] ?? {} }),
    eventBridge: bucket.enableEventBridgeNotifications,
    inventories: inventories(scope, bucket),
  });
  registerLocations(scope, parts, made);
  if (own.length === 0) return;
  inventoryTable(scope, ['table', zone], {
    database: parts.database,
    name: zone,
    location: `s3://${made.name}/inventory/`,
    inventories: own.map((inventory) => `${made.name}/${inventory}`),
  });
}

function registerLocations(scope: ModuleScope, { zone, bucket, role }: Zone, made: DataBucket): void {
  if (!role) return;
  for (const [name, { prefix }] of Object.entries(bucket.lakeFormationLocations)) {
    const path = plainPrefix(prefix);
    const arn = path === '' ? made.arn : `${made.arn}/${path}`;
    const config = { arn, roleArn: role.arn, useServiceLinkedRole: false };
    scope.add(LakeformationResource, ['location', zone, name], config, {
      after: ['lake formation settings'],
    });
  }
}

function inventories(scope: ModuleScope, bucket: ZoneConfig): Readonly<Record<string, InventoryOptions>> {
  return Object.fromEntries(
    Object.entries(bucket.inventories).map(
      ([name, { prefix, destinationBucket, destinationPrefix, destinationAccount }]) => {
        if (!destinationBucket) return [name, { prefix }];
        const destination = {
          bucketArn: bucketArn(scope, scope.value(destinationBucket)),
          ...(destinationPrefix !== undefined && { prefix: destinationPrefix }),
          ...(destinationAccount !== undefined && { account: destinationAccount }),
        };
        return [name, { prefix, destination }];
      },
    ),
  );
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
