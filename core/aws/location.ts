import type { ModuleScope } from '../module/scope';

/** Where ARNs are made: a {@link ModuleScope} is one. */
export type Location = Pick<ModuleScope, 'partition' | 'region' | 'account'>;

/** An ARN in the location's region and account. */
export function arnOf({ partition, region, account }: Location, service: string, resource: string): string {
  return `arn:${partition}:${service}:${region}:${account}:${resource}`;
}

/** The ARN of a bucket, known as soon as its name is: so a plan shows whole policies before the bucket exists. */
export function bucketArn({ partition }: Pick<Location, 'partition'>, name: string): string {
  return `arn:${partition}:s3:::${name}`;
}

/** What the regional principals of services such as CloudWatch Logs end with. */
export function dnsSuffix({ partition }: Pick<Location, 'partition'>): string {
  return partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
}

/** The pattern of the keys below a prefix: `/` and the empty prefix are the whole bucket. */
export function objectsBelow(prefix: string): string {
  const path = plainPrefix(prefix);
  return path === '' ? '/*' : `/${path}/*`;
}

/** A prefix without slashes at its ends. */
export function plainPrefix(prefix: string): string {
  return prefix.replace(/^\/+|\/+$/g, '');
}
