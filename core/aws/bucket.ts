import type { BucketAccess, DataBucket } from './bucket-access';
import { addExtras, type BucketExtras } from './bucket-extras';
import { bucketStatements } from './bucket-policy';
import { bucketArn } from './location';
import type { ConfigPath } from '../config/locate';
import type { ModuleScope, AddressKey } from '../module/scope';
import type { Names } from '../naming/names';
import {
  S3Bucket,
  S3BucketPolicy,
  S3BucketPublicAccessBlock,
  S3BucketOwnershipControls,
  S3BucketVersioningA,
  S3BucketServerSideEncryptionConfigurationA,
} from '../provider/aws';
import type { Referable } from '../provider/made';

export interface DataBucketOptions
  extends BucketExtras, Partial<Pick<BucketAccess, 'listRoles' | 'serviceStatements' | 'deployerPrefixes'>> {
  readonly name: string;
  readonly encryptionKey: { readonly arn: string };
  /** Other keys that uploads may name. */
  readonly extraKeyArns?: readonly string[];
  /** Refuse uploads with other keys. @default true */
  readonly enforceKey?: boolean;
  readonly prefixAccess: BucketAccess['prefixAccess'];
  /** Refuse objects to everybody who is not granted something here. @default none */
  readonly defaultDeny?: BucketAccess['defaultDeny'];
  /** What is made of the bucket before its policy, so that whoever waits for the policy waits for it. */
  readonly beforePolicy?: (bucket: string) => readonly Referable[];
  /** Where `name` and `arn` are published, such as `bucket/raw`. */
  readonly publishAt: string;
  /** The names to publish under, for a part of the module. @default the module's */
  readonly names?: Names;
  /** The part of the module's YAML that asks for the bucket. */
  readonly from?: ConfigPath;
}

/** A versioned, encrypted, private bucket, published as `<publishAt>/name` and `<publishAt>/arn`. */
export function dataBucket(scope: ModuleScope, key: AddressKey, options: DataBucketOptions): DataBucket {
  const { name, publishAt, names, beforePolicy } = options;
  const { allowDataLoss } = scope.protection;
  const from = options.from && { from: options.from };
  const { bucket } = scope.add(
    S3Bucket,
    key,
    { bucket: name, ...(allowDataLoss && { forceDestroy: true }) },
    { protect: true, ...from },
  );
  const dependsOn = [
    ...protect(scope, key, bucket, options.encryptionKey.arn),
    ...(beforePolicy?.(bucket) ?? []),
  ];
  const policy = scope.add(
    S3BucketPolicy,
    key,
    {
      bucket,
      policy: scope.policy(bucketStatements(accessOf(scope, options)), {
        kind: 'bucket policy',
        of: `bucket ${name}`,
      }),
      dependsOn,
    },
    { ...from },
  );
  const made = { name: policy.bucket, arn: bucketArn(scope, policy.bucket), policy };
  addExtras(scope, key, made, options);
  scope.publish(`${publishAt}/name`, made.name, { ...(names && { names }) });
  scope.publish(`${publishAt}/arn`, made.arn, { ...(names && { names }) });
  return made;
}

/** What must be in place before the policy, which everybody else waits for. */
function protect(scope: ModuleScope, key: AddressKey, bucket: string, keyArn: string) {
  return [
    scope.add(S3BucketPublicAccessBlock, key, {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    }),
    scope.add(S3BucketOwnershipControls, key, { bucket, rule: { objectOwnership: 'BucketOwnerEnforced' } }),
    scope.add(S3BucketVersioningA, key, { bucket, versioningConfiguration: { status: 'Enabled' } }),
    scope.add(S3BucketServerSideEncryptionConfigurationA, key, {
      bucket,
      rule: [
        {
          applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: keyArn },
          bucketKeyEnabled: true,
        },
      ],
    }),
  ];
}

function accessOf(scope: ModuleScope, options: DataBucketOptions): BucketAccess {
  const { encryptionKey, extraKeyArns = [], enforceKey = true } = options;
  return {
    bucketArn: bucketArn(scope, options.name),
    keyArns: enforceKey ? [encryptionKey.arn, ...extraKeyArns] : undefined,
    prefixAccess: options.prefixAccess,
    listRoles: options.listRoles ?? [],
    serviceStatements: options.serviceStatements ?? [],
    defaultDeny: options.defaultDeny,
    deployerPrefixes: options.deployerPrefixes ?? [],
    identities: scope,
    allowDataLoss: scope.protection.allowDataLoss,
  };
}
