import { arnAt, iamArn, s3Arn } from '../../aws/arn';
import { createHash } from 'node:crypto';
import type { StackSource } from './stack-source';

/**
 * Values that AWS makes up when it makes a resource. A stand-in is the same for the same resource, differs from
 * all others, and looks like the real thing, so that patterns treat it as they would treat that.
 */

/** The unique id of a role, from its ARN. */
export function roleIdOf(arn: string): string {
  return `AROA${letters(arn, 17)}`;
}

/** The id of a key: a UUID. */
export function keyIdOf(owner: string): string {
  const hex = createHash('sha256').update(owner).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

/** The id of a Studio domain. */
export function domainIdOf(owner: string): string {
  return `d-${letters(owner, 12).toLowerCase()}`;
}

/** Any other value, such as the id of a security group. */
export function valueOf(owner: string): string {
  return `known-after-apply-${letters(owner, 12).toLowerCase()}`;
}

function letters(text: string, length: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return [...createHash('sha256').update(text).digest().subarray(0, length)]
    .map((byte) => alphabet[byte % 32])
    .join('');
}

/**
 * What stands in for the value of a parameter that nobody in the platform publishes. Its path tells the kind, as
 * published paths do everywhere; the parameters of one role stand for one role.
 */
export function externalParameter(
  source: Pick<StackSource, 'partition' | 'account' | 'region'>,
  path: string,
): string {
  const [owner, facet] = [path.slice(0, path.lastIndexOf('/')), path.slice(path.lastIndexOf('/') + 1)];
  const name = owner.replace(/^\//, '').replaceAll('/', '.');
  if (/\/(?:generated-role|role)\/[^/]+$/.test(owner)) {
    const arn = iamArn(source, `role/${name}`);
    if (facet === 'id') return roleIdOf(arn);
    return facet === 'arn' ? arn : name;
  }
  if (/\/kms(\/|$)/.test(owner)) {
    const id = keyIdOf(owner);
    return facet === 'arn' ? arnAt(source, 'kms', `key/${id}`) : id;
  }
  if (/\/bucket(\/|$)/.test(owner)) {
    const bucket = valueOf(owner);
    return facet === 'arn' ? s3Arn(source, bucket) : bucket;
  }
  return valueOf(path);
}
