import { AwsError } from '../../proxy/answer';
import type { Gap, GapContext } from '../../proxy/gap';
import { tagged } from '../../proxy/xml';
import { keptDocument, type KeptDocument } from './kept-document';
import { refuseUnknownBucket } from './refusals';

const LARGEST_POLICY = 20_480;

/**
 * moto acts on bucket policies, but takes a Deny whose condition does not hold for a Deny: with "no plain
 * HTTP" in a policy nobody could write any more. So moto never sees them; the proxy keeps them.
 */
const bucketPolicy: KeptDocument = {
  name: 's3-bucket-policy',
  subresource: 'policy',
  missing: { code: 'NoSuchBucketPolicy', message: 'The bucket policy does not exist' },
  check: refuseMalformedPolicy,
};

/** moto forgets parts of an inventory (which versions, how encrypted): it is kept as sent. */
const inventory: KeptDocument = {
  name: 's3-inventory',
  subresource: 'inventory',
  byId: true,
  root: 'InventoryConfiguration',
  missing: { code: 'NoSuchConfiguration', message: 'The specified configuration does not exist.' },
};

/** moto forgets parts of a lifecycle rule (object sizes, newer noncurrent versions): it is kept as sent. */
const lifecycle: KeptDocument = {
  name: 's3-lifecycle',
  subresource: 'lifecycle',
  root: 'LifecycleConfiguration',
  missing: { code: 'NoSuchLifecycleConfiguration', message: 'The lifecycle configuration does not exist' },
  header: {
    name: 'x-amz-transition-default-minimum-object-size',
    otherwise: 'all_storage_classes_128K',
  },
};

/**
 * moto asks the target's ACL, or its own copy of the policy, which it does not have (see `s3-bucket-policy`),
 * whether logs may be written there.
 */
const logging: KeptDocument = {
  name: 's3-logging',
  subresource: 'logging',
  root: 'BucketLoggingStatus',
  missing: '<BucketLoggingStatus/>',
  async check(text, request, context) {
    const [target] = tagged(text, 'TargetBucket');
    if (!target) return;
    await refuseUnknownBucket(context, request, target).catch(() => {
      throw new AwsError(
        'InvalidTargetBucketForLogging',
        `The target bucket for logging does not exist: ${target}`,
      );
    });
  },
};

/** moto forgets that a bucket notifies EventBridge. Nothing listens in the sandbox, so it is only kept. */
const notification: KeptDocument = {
  name: 's3-notification',
  subresource: 'notification',
  root: 'NotificationConfiguration',
  missing: '<NotificationConfiguration/>',
};

/** The documents of a bucket that moto forgets parts of, or must not see. */
export function s3Documents(context: GapContext): Gap[] {
  return [bucketPolicy, inventory, lifecycle, logging, notification].map((one) => keptDocument(context, one));
}

function refuseMalformedPolicy(text: string): void {
  if (Buffer.byteLength(text) > LARGEST_POLICY) {
    throw new AwsError('PolicyTooLarge', `Bucket policies are limited to ${LARGEST_POLICY} bytes`);
  }
  try {
    JSON.parse(text);
  } catch {
    throw new AwsError('MalformedPolicy', 'This policy contains invalid Json');
  }
}
