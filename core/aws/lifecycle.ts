import type { S3BucketLifecycleConfigurationRule } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';

interface Transition {
  readonly Days: number;
  readonly StorageClass: string;
}

/** A lifecycle rule as MDAA's YAML has it. */
export interface LifecycleRule {
  /** `Enabled`, in any case; anything else is disabled. */
  readonly Status: string;
  readonly Prefix?: string | undefined;
  readonly ObjectSizeGreaterThan?: number | undefined;
  readonly ObjectSizeLessThan?: number | undefined;
  readonly AbortIncompleteMultipartUploadAfter?: number | undefined;
  readonly Transitions?: readonly Transition[] | undefined;
  readonly ExpirationDays?: number | undefined;
  readonly ExpiredObjectDeleteMarker?: boolean | undefined;
  readonly NoncurrentVersionTransitions?:
    readonly (Transition & { readonly NewerNoncurrentVersions?: number | undefined })[] | undefined;
  readonly NoncurrentVersionExpirationDays?: number | undefined;
  /** Without effect unless {@link NoncurrentVersionExpirationDays} is given. */
  readonly NoncurrentVersionsToRetain?: number | undefined;
}

/** Terraform's rules for a map of rules by name. */
export function lifecycleRules(
  rules: Readonly<Record<string, LifecycleRule>>,
): S3BucketLifecycleConfigurationRule[] {
  return Object.entries(rules).map(([id, rule]) => ({
    id,
    status: rule.Status.toLowerCase() === 'enabled' ? 'Enabled' : 'Disabled',
    filter: [filter(rule)],
    ...optional('abortIncompleteMultipartUpload', rule.AbortIncompleteMultipartUploadAfter, (days) => ({
      daysAfterInitiation: days,
    })),
    ...expiration(rule),
    ...transitions(rule),
    ...optional('noncurrentVersionExpiration', rule.NoncurrentVersionExpirationDays, (days) => ({
      noncurrentDays: days,
      ...(rule.NoncurrentVersionsToRetain && { newerNoncurrentVersions: rule.NoncurrentVersionsToRetain }),
    })),
  }));
}

/** S3 takes a single criterion as it is, and several only inside an `and`. */
function filter(rule: LifecycleRule) {
  const criteria = {
    ...(rule.Prefix && { prefix: rule.Prefix }),
    ...(rule.ObjectSizeGreaterThan !== undefined && { objectSizeGreaterThan: rule.ObjectSizeGreaterThan }),
    ...(rule.ObjectSizeLessThan !== undefined && { objectSizeLessThan: rule.ObjectSizeLessThan }),
  };
  const number = Object.keys(criteria).length;
  if (number === 0) return { prefix: '' };
  return number === 1 ? criteria : { and: [criteria] };
}

function expiration(rule: LifecycleRule) {
  if (rule.ExpirationDays) return { expiration: [{ days: rule.ExpirationDays }] };
  if (rule.ExpiredObjectDeleteMarker) return { expiration: [{ expiredObjectDeleteMarker: true }] };
  return {};
}

function transitions({ Transitions: current, NoncurrentVersionTransitions: noncurrent }: LifecycleRule) {
  return {
    ...(current?.length && {
      transition: current.map(({ Days, StorageClass }) => ({ days: Days, storageClass: StorageClass })),
    }),
    ...(noncurrent?.length && {
      noncurrentVersionTransition: noncurrent.map(({ Days, StorageClass, NewerNoncurrentVersions }) => ({
        noncurrentDays: Days,
        storageClass: StorageClass,
        ...(NewerNoncurrentVersions && { newerNoncurrentVersions: NewerNoncurrentVersions }),
      })),
    }),
  };
}

/** A block for a number of days; zero days mean none. */
function optional<K extends string, B>(key: K, days: number | undefined, block: (days: number) => B) {
  return (days ? { [key]: [block(days)] } : {}) as Partial<Record<K, B[]>>;
}
