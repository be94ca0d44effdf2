import type { Bucket } from '../model/model';
import type { Lock } from './lock';
import type { Who } from './who';

/**
 * Whether a bucket is open to the world at all, for somebody without an identity: ACLs count as well, and the
 * public access block overrides both. https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function publicAccessLock(who: Who, bucket: Bucket): readonly Lock[] {
  if (who.caller.kind !== 'anonymous') return [];
  const { restrictPublicBuckets, ignorePublicAcls, blockPublicPolicy } = bucket.publicAccessBlock;
  const acls = !ignorePublicAcls && bucket.objectOwnership !== 'BucketOwnerEnforced';
  const outcome = restrictPublicBuckets || blockPublicPolicy ? 'denied' : acls ? 'unknown' : 'allowed';
  const text = {
    denied: 'the public access block refuses it',
    unknown: 'ACLs of objects may be public',
    allowed: 'no public access block restricts it',
  }[outcome];
  return [
    {
      name: 'public access',
      question: `public access to ${bucket.name}`,
      outcome,
      reasons: () => [{ text, origin: bucket.origin }],
    },
  ];
}
