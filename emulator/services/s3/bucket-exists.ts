import { AwsError } from '../../proxy/answer';
import type { GapContext } from '../../proxy/gap';
import type { AwsRequest } from '../../proxy/request';

/** Refuses a bucket that does not exist. */
export async function refuseUnknownBucket(
  context: GapContext,
  request: AwsRequest,
  bucket: string,
): Promise<void> {
  const place = await context.place(request);
  await context.moto.get(place, 's3', `/${bucket}`, 'HEAD').catch((error: unknown) => {
    const isMissing = error instanceof AwsError && error.status === 404;
    throw isMissing ? new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404) : error;
  });
}
