import { SANDBOX_HOST } from '../environment';
import type { AwsRequest } from './request';

/** The bucket and key that an S3 request is about, whether the bucket stands in the host name or the path. */
export function addressed(request: AwsRequest): { bucket: string; key: string } {
  const path = decodeURIComponent(request.path);
  const inHost = virtualBucket(request);
  if (inHost) return { bucket: inHost, key: path.slice(1) };
  const [, bucket = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(path) ?? [];
  return { bucket, key };
}

/** The bucket in front of the host name. */
export function virtualBucket(request: AwsRequest): string | undefined {
  if (request.service !== 's3' || accountPrefix(request.host)) return undefined;
  const name = request.host.replace(/:\d+$/, '');
  return name.endsWith(`.${SANDBOX_HOST}`) ? name.slice(0, -SANDBOX_HOST.length - 1) : undefined;
}

/** The account in front of the host name, where S3 Control puts it. */
export function accountPrefix(host: string): string | undefined {
  return /^(\d{12})\./.exec(host)?.[1];
}

/** True for the call that deletes a bucket, and not something of it. */
export function removesBucket(request: AwsRequest): boolean {
  return (
    request.method === 'DELETE' &&
    [...request.query.keys()].every((key) => key === 'x-id') &&
    addressed(request).key === ''
  );
}
