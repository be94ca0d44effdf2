import { AwsError } from '../../proxy/answer';
import type { Gap, GapContext } from '../../proxy/gap';
import { keptDocument } from './kept-document';

const LARGEST = 20_480;

/**
 * moto acts on bucket policies, but takes a Deny whose condition does not hold for a Deny: with "no plain
 * HTTP" in a policy nobody could write any more. So moto never sees them; the proxy keeps them.
 */
export const s3BucketPolicy = (context: GapContext): Gap =>
  keptDocument(context, {
    name: 's3-bucket-policy',
    subresource: 'policy',
    contentType: 'application/json',
    missing: { code: 'NoSuchBucketPolicy', message: 'The bucket policy does not exist' },
    check: refuseMalformed,
  });

function refuseMalformed(text: string): void {
  if (Buffer.byteLength(text) > LARGEST) {
    throw new AwsError('PolicyTooLarge', `Bucket policies are limited to ${LARGEST} bytes`);
  }
  try {
    JSON.parse(text);
  } catch {
    throw new AwsError('MalformedPolicy', 'This policy contains invalid Json');
  }
}
