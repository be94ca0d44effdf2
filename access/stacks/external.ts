import { arnAt, iamArn, s3Arn } from '../../aws/arn';
import { keyIdOf, roleIdOf, valueOf } from './stand-in';
import type { StackSource } from './stack-source';

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
