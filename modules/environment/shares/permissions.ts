import { kmsDecrypt, kmsUse } from '../../../core/aws/actions';
import { sharePermissions, type SharePermission } from '../config/datasets';

/** What may be done with a bucket and its objects. */
interface BucketActions {
  readonly bucket: readonly string[];
  readonly objects: readonly string[];
}

const actions: Readonly<Record<SharePermission, BucketActions>> = {
  Read: {
    bucket: ['s3:ListBucket', 's3:GetBucketLocation'],
    objects: ['s3:GetObject', 's3:GetObjectAttributes'],
  },
  // Whoever uploads in parts must be able to give up and to resume.
  Write: { bucket: [], objects: ['s3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'] },
  Modify: { bucket: [], objects: ['s3:DeleteObject'] },
};

/** Actions on the objects of a bucket. */
export function objectActions(permissions: readonly SharePermission[]): readonly string[] {
  return permissions.flatMap((permission) => actions[permission].objects);
}

/** Actions on a bucket, and on its objects. */
export function bucketActions(permissions: readonly SharePermission[]): readonly string[] {
  return permissions.flatMap((permission) => [...actions[permission].bucket, ...actions[permission].objects]);
}

/** Actions on the key of a bucket; who only deletes needs none. Parts of an upload are decrypted when they are joined. */
export function keyActions(permissions: readonly SharePermission[]): readonly string[] {
  if (permissions.includes('Write')) return kmsUse;
  return permissions.includes('Read') ? kmsDecrypt : [];
}

/** Permissions of Lake Formation on a table. */
export const tablePermissions: Readonly<Record<SharePermission, readonly string[]>> = {
  Read: ['DESCRIBE', 'SELECT'],
  Write: ['INSERT'],
  Modify: ['ALTER', 'DROP', 'DELETE'],
};

/** Each permission once, in the order of the documentation. */
export function ordered(permissions: readonly SharePermission[]): readonly SharePermission[] {
  return sharePermissions.filter((permission) => permissions.includes(permission));
}
