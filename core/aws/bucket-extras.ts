import {
  S3BucketCorsConfiguration,
  S3BucketLifecycleConfiguration,
  S3BucketNotification,
} from '../provider/aws';
import type { AddressKey, ModuleScope } from '../module/scope';
import type { DataBucket } from './bucket-access';
import { bucketInventory, type InventoryOptions } from './inventory';
import { lifecycleRules, type LifecycleRule } from './lifecycle';

/** A CORS rule as MDAA's YAML has it. */
export interface CorsRule {
  readonly id?: string | undefined;
  readonly allowedMethods: readonly string[];
  readonly allowedOrigins: readonly string[];
  readonly allowedHeaders?: readonly string[] | undefined;
  readonly exposedHeaders?: readonly string[] | undefined;
  readonly maxAge?: number | undefined;
}

/** What a bucket may have besides. */
export interface BucketExtras {
  readonly cors?: readonly CorsRule[];
  /** Rules by name. */
  readonly lifecycle?: Readonly<Record<string, LifecycleRule>>;
  /** Send events of the bucket to EventBridge. */
  readonly eventBridge?: boolean;
  /** Inventories of this bucket, by name; without a destination they land in the bucket itself. */
  readonly inventories?: Readonly<Record<string, InventoryOptions>>;
}

/** Adds them to a bucket, after its policy. */
export function addExtras(scope: ModuleScope, key: AddressKey, made: DataBucket, extras: BucketExtras): void {
  const { cors = [], lifecycle = {}, eventBridge, inventories = {} } = extras;
  const bucket = made.name;
  if (cors.length > 0) scope.add(S3BucketCorsConfiguration, key, { bucket, corsRule: cors.map(corsRule) });
  if (Object.keys(lifecycle).length > 0) {
    scope.add(S3BucketLifecycleConfiguration, key, { bucket, rule: lifecycleRules(lifecycle) });
  }
  if (eventBridge === true) scope.add(S3BucketNotification, key, { bucket, eventbridge: true });
  for (const [id, inventory] of Object.entries(inventories)) {
    bucketInventory(scope, [key, id].flat(), made, { id, ...inventory });
  }
}

function corsRule(rule: CorsRule) {
  const { id, allowedMethods, allowedOrigins, allowedHeaders, exposedHeaders, maxAge } = rule;
  return {
    ...(id && { id }),
    allowedMethods: [...allowedMethods],
    allowedOrigins: [...allowedOrigins],
    ...(allowedHeaders && { allowedHeaders: [...allowedHeaders] }),
    ...(exposedHeaders && { exposeHeaders: [...exposedHeaders] }),
    ...(maxAge !== undefined && { maxAgeSeconds: maxAge }),
  };
}
