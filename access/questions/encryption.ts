import type { Bucket } from '../model/model';
import type { Lock } from './lock';
import type { ModelIndex } from './model-index';
import { permissionLock } from './permission';
import type { SaidKeys } from './request-keys';
import type { Who } from './who';

/** What a service does with the key for the caller. */
export type Use = 'read' | 'write';

const kmsAction: Readonly<Record<Use, string>> = { read: 'kms:Decrypt', write: 'kms:GenerateDataKey' };

/** The key of a bucket, for an object in it; none where S3's own key encrypts. */
export function bucketKeyLock(
  index: ModelIndex,
  who: Who,
  bucket: Bucket,
  objectArn: string,
  use: Use,
  said: SaidKeys,
): readonly Lock[] {
  const named = said['s3:x-amz-server-side-encryption-aws-kms-key-id'];
  const keyArn = use === 'write' && typeof named === 'string' && named !== '?' ? named : bucket.keyArn;
  if (keyArn === undefined) return [];
  // With a bucket key, S3 decrypts with a key that was derived for the bucket as a whole.
  const context = { 'kms:EncryptionContext:aws:s3:arn': bucket.bucketKey ? bucket.arn : objectArn };
  return [
    keyLock(index, who, keyArn, use, `s3.${bucket.region}.amazonaws.com`, { ...transport(said), ...context }),
  ];
}

/** A key, used through a service for the caller. */
export function keyLock(
  index: ModelIndex,
  who: Who,
  keyArn: string,
  use: Use,
  via: string,
  said: SaidKeys,
): Lock {
  return permissionLock(index, who, kmsAction[use], keyArn, { ...said, 'kms:ViaService': via }, 'key');
}

/** What a request through a service has in common with the first one. */
function transport(said: SaidKeys): SaidKeys {
  return Object.fromEntries(
    Object.entries(said).filter(([key]) => !/^(s3|sagemaker|glue|athena):/i.test(key)),
  );
}
