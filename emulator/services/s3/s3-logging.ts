import { AwsError } from '../../proxy/answer';
import type { Gap, GapContext } from '../../proxy/gap';
import { keptDocument } from './kept-document';
import { refuseUnknownBucket } from './bucket-exists';

/**
 * moto asks the target's ACL, or its own copy of the policy, which it does not have (see `s3-bucket-policy`),
 * whether logs may be written there.
 */
export const s3Logging = (context: GapContext): Gap =>
  keptDocument(context, {
    name: 's3-logging',
    subresource: 'logging',
    contentType: 'application/xml',
    missing: '<BucketLoggingStatus/>',
    async check(text, request) {
      const target = /<TargetBucket>([^<]+)<\/TargetBucket>/.exec(text)?.[1];
      if (!target) return;
      await refuseUnknownBucket(context, request, target).catch(() => {
        throw new AwsError(
          'InvalidTargetBucketForLogging',
          `The target bucket for logging does not exist: ${target}`,
        );
      });
    },
  });
