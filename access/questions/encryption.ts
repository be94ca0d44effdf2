import type { Bucket } from '../model/model';
import type { Lock } from './lock';
import type { ModelIndex } from './model-index';
import { permissionLock } from './permission';
import { saidValue, type SaidKeys } from './request-keys';
import type { Who } from './who';

/** What a service does with the key for the caller. */
export type Use = 'read' | 'write';

const kmsAction: Readonly<Record<Use, string>> = { read: 'kms:Decrypt', write: 'kms:GenerateDataKey' };

const header = 's3:x-amz-server-side-encryption';

/**
 * The key of an object in a bucket: for what is written the one that the headers of the request name, else the bucket's.
 * None where S3's own key encrypts, or one that the request itself brings:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
 */
export function bucketKeyLock(
  index: ModelIndex,
  who: Who,
  bucket: Bucket,
  objectArn: string,
  use: Use,
  said: SaidKeys,
): readonly Lock[] {
  const keyArn = use === 'write' ? keyOfRequest(who, said, bucket) : bucket.keyArn;
  if (keyArn === undefined) return [];
  if (keyArn === 'unknown') return [unknownKey(objectArn)];
  // With a bucket key, S3 decrypts with a key that was derived for the bucket as a whole.
  const context = { 'kms:EncryptionContext:aws:s3:arn': bucket.bucketKey ? bucket.arn : objectArn };
  return [
    keyLock(index, who, keyArn, use, `s3.${bucket.region}.amazonaws.com`, { ...transport(said), ...context }),
  ];
}

/** The ARN of the key that a written object is encrypted with; undefined for keys that ask for no permission. */
function keyOfRequest({ caller }: Who, said: SaidKeys, bucket: Bucket): string | undefined {
  const [algorithm, key, own] = [
    saidValue(said, header),
    saidValue(said, `${header}-aws-kms-key-id`),
    saidValue(said, `${header}-customer-algorithm`),
  ];
  if (algorithm === 'unknown' || key === 'unknown' || own === 'unknown') return 'unknown';
  if (own !== 'absent') return undefined;
  if (key !== 'absent') return key[0];
  if (algorithm === 'absent') return bucket.keyArn;
  // `aws:kms` without a key is the one that AWS keeps for S3 in the account, and all of the account may use that.
  const isOwn = 'account' in caller && caller.account === bucket.account;
  return isOwn || !algorithm.some((name) => name.startsWith('aws:kms')) ? undefined : 'unknown';
}

function unknownKey(objectArn: string): Lock {
  const text = 'which key encrypts it is not said';
  return {
    name: 'key',
    question: `the key of ${objectArn}`,
    outcome: 'unknown',
    reasons: () => [{ text, origin: undefined }],
  };
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
