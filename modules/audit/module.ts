import { GlueCatalogDatabase } from '../../core/provider/aws';
import { dataBucket } from '../../core/aws/bucket';
import type { DataBucket } from '../../core/aws/bucket-access';
import { cloudtrailTable } from '../../core/aws/cloudtrail-table';
import { inventoryTable } from '../../core/aws/inventory-table';
import { encryptionKey } from '../../core/aws/key';
import { inventoryEncrypts, trailsEncrypt } from '../../core/aws/key-statements';
import { plainPrefix } from '../../core/aws/location';
import type { ModuleScope } from '../../core/module/scope';
import type { AuditConfig } from './config';
import { databaseName } from './names';
import { deliveries } from './deliveries';

/** A key, a bucket that trails and inventories may write to, and tables over what lands there. */
export function build(scope: ModuleScope, config: AuditConfig): void {
  const readers = config.readRoles.map((role) => scope.role(role));
  const accounts = [...new Set([scope.account, ...config.sourceAccounts])];
  const key = encryptionKey(scope, 'key', {
    alias: scope.name(undefined, 256),
    publishAt: 'kms',
    readers,
    statements: [...trailsEncrypt(scope, accounts), inventoryEncrypts(accounts)],
  });
  const name = scope.name(undefined, 63);
  const bucket = dataBucket(scope, 'bucket', {
    name,
    encryptionKey: key,
    publishAt: 'bucket',
    // CloudTrail cannot make a trail for a bucket that refuses other keys before it has seen the trail's own.
    enforceKey: false,
    prefixAccess: [{ prefix: '/', level: 'read', roles: readers, from: ['readRoles'] }],
    listRoles: readers,
    serviceStatements: deliveries(scope, name, accounts, config.inventoryPrefix),
  });
  makeTables(scope, config, bucket, accounts);
}

function makeTables(
  scope: ModuleScope,
  config: AuditConfig,
  bucket: DataBucket,
  accounts: readonly string[],
): void {
  const { name: database } = scope.add(
    GlueCatalogDatabase,
    'database',
    { name: databaseName(scope.names), description: 'Audit logs and inventories' },
    { protect: true, after: ['lake formation settings'] },
  );
  const regions = [...new Set([scope.region, ...config.sourceRegions])];
  cloudtrailTable(scope, ['table', 'cloudtrail'], { database, bucket: bucket.name, accounts, regions });
  if (config.inventories.length === 0) return;
  const prefix = plainPrefix(config.inventoryPrefix);
  inventoryTable(scope, ['table', 'inventory'], {
    database,
    name: 'audit',
    location: `s3://${bucket.name}/${prefix === '' ? '' : `${prefix}/`}`,
    inventories: config.inventories.map(
      ({ bucketName, inventoryName }) => `${scope.value(bucketName)}/${inventoryName}`,
    ),
  });
}
