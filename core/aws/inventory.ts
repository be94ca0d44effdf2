import { S3BucketInventory } from '../provider/aws';
import type { AddressKey, ModuleScope } from '../module/scope';
import type { DataBucket } from './bucket-access';
import type { Inventories } from './inventory-config';
import { bucketArn, objectsBelow, plainPrefix } from './location';
import type { PolicyStatement } from '../../aws/iam/statement';
import { byService } from './principals';

export interface InventoryOptions {
  /** What is listed; `/` is the whole bucket. */
  readonly prefix: string;
  /** Where the lists land. @default `inventory/` of the bucket itself */
  readonly destination?: {
    readonly bucketArn: string;
    readonly prefix?: string;
    /** The owner of the destination. */
    readonly account?: string;
  };
}

const optionalFields = [
  'Size',
  'LastModifiedDate',
  'StorageClass',
  'ETag',
  'IsMultipartUploaded',
  'ReplicationStatus',
  'EncryptionStatus',
  'ObjectLockRetainUntilDate',
  'ObjectLockMode',
  'ObjectLockLegalHoldStatus',
  'IntelligentTieringAccessTier',
];

/** Inventories as the YAML has them. */
export function configuredInventories(
  scope: ModuleScope,
  configured: Inventories,
): Readonly<Record<string, InventoryOptions>> {
  return Object.fromEntries(
    Object.entries(configured).map(([name, inventory]) => {
      const { prefix, destinationBucket, destinationPrefix, destinationAccount } = inventory;
      if (!destinationBucket) return [name, { prefix }];
      const destination = {
        bucketArn: bucketArn(scope, scope.value(destinationBucket)),
        ...(destinationPrefix !== undefined && { prefix: destinationPrefix }),
        ...(destinationAccount !== undefined && { account: destinationAccount }),
      };
      return [name, { prefix, destination }];
    }),
  );
}

/** A daily list of all object versions of a bucket, in Parquet. */
export function bucketInventory(
  scope: ModuleScope,
  key: AddressKey,
  bucket: DataBucket,
  { id, prefix, destination }: InventoryOptions & { readonly id: string },
): void {
  const source = plainPrefix(prefix);
  const account = destination ? destination.account : scope.account;
  scope.add(S3BucketInventory, key, {
    bucket: bucket.name,
    name: id,
    includedObjectVersions: 'All',
    optionalFields,
    schedule: { frequency: 'Daily' },
    ...(source !== '' && { filter: { prefix: `${source}/` } }),
    destination: {
      bucket: {
        bucketArn: destination?.bucketArn ?? bucket.arn,
        format: 'Parquet',
        prefix: plainPrefix(destination?.prefix ?? 'inventory'),
        ...(account !== undefined && { accountId: account }),
      },
    },
  });
}

/** Lets S3 deliver inventories of these accounts' buckets (these buckets, where known) below a prefix. */
export function inventoryDelivery(
  arn: string,
  prefix: string,
  source: { readonly accounts: readonly string[]; readonly arns?: readonly string[] },
): PolicyStatement {
  const { principals, conditions } = byService('s3.amazonaws.com', source);
  const acl = { 's3:x-amz-acl': 'bucket-owner-full-control' };
  return {
    sid: 'AllowS3Inventory',
    actions: ['s3:PutObject'],
    resources: [`${arn}${objectsBelow(prefix)}`],
    principals,
    conditions: { ...conditions, StringEquals: { ...conditions.StringEquals, ...acl } },
  };
}
