import { GlueCatalogDatabase } from '../../core/provider/aws';
import { dataBucket } from '../../core/aws/bucket';
import type { DataBucket } from '../../core/aws/bucket-access';
import { configuredInventories, inventoryDelivery } from '../../core/aws/inventory';
import { ownInventories } from '../../core/aws/inventory-config';
import { inventoryTable } from '../../core/aws/inventory-table';
import { encryptionKey, type EncryptionKey } from '../../core/aws/key';
import { inventoryEncrypts } from '../../core/aws/key-statements';
import { bucketArn } from '../../core/aws/location';
import type { ModuleScope, Role } from '../../core/module/scope';
import type { TeamConfig } from './config';
import { assetRoot, inventoried, teamNames } from './names';
import { prefixAccess, type People } from './storage-access';

/** The key of the team. */
export function teamKey(scope: ModuleScope, config: TeamConfig, who: People): EncryptionKey {
  const { minilake, keyAlias, bucket } = teamNames(scope.names, config);
  const listed = ownInventories(config.inventories).length > 0;
  return encryptionKey(scope, 'minilake', {
    alias: keyAlias,
    users: [...who.admins, who.executionRole, ...who.users],
    statements: listed ? [inventoryEncrypts([scope.account], [bucketArn(scope, bucket)])] : [],
    publishAt: 'kms',
    names: minilake,
  });
}

/** The bucket of the team, which nobody but the team, its admins and its tracking server reach. */
export function teamBucket(
  scope: ModuleScope,
  config: TeamConfig,
  key: EncryptionKey,
  who: People,
  trackingRole: Role | undefined,
): DataBucket {
  const { minilake, bucket: name } = teamNames(scope.names, config);
  const arn = bucketArn(scope, name);
  const listed = ownInventories(config.inventories).length > 0;
  return dataBucket(scope, 'projects', {
    name,
    encryptionKey: key,
    prefixAccess: prefixAccess(config, who, trackingRole),
    listRoles: [...who.admins, who.executionRole, ...who.users],
    defaultDeny: { exceptPrefix: 'inventory' },
    serviceStatements: listed
      ? [inventoryDelivery(arn, 'inventory', { accounts: [scope.account], arns: [arn] })]
      : [],
    deployerPrefixes: [assetRoot],
    inventories: configuredInventories(scope, config.inventories),
    publishAt: 'bucket/projects',
    names: minilake,
  });
}

/** The database for what the team's bucket itself needs, with a table over inventories that land in it. */
export function utilDatabase(scope: ModuleScope, config: TeamConfig, bucket: DataBucket): void {
  const database = scope.add(
    GlueCatalogDatabase,
    'util',
    { name: teamNames(scope.names, config).utilDatabase, description: "Inventories of the team's bucket" },
    { protect: true, after: ['lake formation settings'] },
  );
  const own = ownInventories(config.inventories);
  if (own.length === 0) return;
  inventoryTable(scope, inventoried, {
    database: database.name,
    name: inventoried,
    location: `s3://${bucket.name}/inventory/`,
    inventories: own.map((name) => `${bucket.name}/${scope.literal(name)}`),
  });
}
