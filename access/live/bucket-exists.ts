import { GetBucketLocationCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Asker } from './ask';

/** Whether a bucket exists; one that this login may not look at does. */
export async function bucketExists(asker: Asker, s3: S3Client, Bucket: string): Promise<boolean> {
  const found = await asker.ask(`GetBucketLocation ${Bucket}`, 'taken as existing', () =>
    s3.send(new GetBucketLocationCommand({ Bucket })),
  );
  return found !== 'missing';
}
