import * as z from 'zod';
import { literal, problem } from '../../core/module/fields';

const storageClass = z.enum([
  'STANDARD_IA',
  'ONEZONE_IA',
  'INTELLIGENT_TIERING',
  'GLACIER_IR',
  'GLACIER',
  'DEEP_ARCHIVE',
]);

const transition = {
  Days: z.int().min(0).describe('After how many days.'),
  StorageClass: storageClass.describe('The storage class to move to.'),
};

/** A rule of a lifecycle configuration, in MDAA's words. */
export const lifecycleRule = z
  .strictObject({
    Status: literal().describe('`Enabled`, in any case; anything else is disabled.'),
    Prefix: literal().optional().describe('Only objects below this prefix.'),
    ObjectSizeGreaterThan: z.int().optional().describe('Only objects larger than this many bytes.'),
    ObjectSizeLessThan: z.int().optional().describe('Only objects smaller than this many bytes.'),
    AbortIncompleteMultipartUploadAfter: z
      .int()
      .optional()
      .describe('Give up uploads in parts after this many days; 0 is never.'),
    Transitions: z.array(z.strictObject(transition)).optional().describe('Moves to other storage classes.'),
    ExpirationDays: z.int().optional().describe('Delete objects after this many days.'),
    ExpiredObjectDeleteMarker: z.boolean().optional().describe('Remove delete markers without versions.'),
    NoncurrentVersionTransitions: z
      .array(
        z.strictObject({
          ...transition,
          NewerNoncurrentVersions: z
            .int()
            .optional()
            .describe('Keep this many newer versions where they are.'),
        }),
      )
      .optional()
      .describe('Moves of versions that are no longer current.'),
    NoncurrentVersionExpirationDays: z
      .int()
      .optional()
      .describe('Delete such versions after this many days.'),
    NoncurrentVersionsToRetain: z
      .int()
      .optional()
      .describe('But keep this many of them; only together with the days.'),
  })
  .superRefine((rule, ctx) => {
    if (!isActive(rule)) {
      problem(
        ctx,
        'TL203',
        'the rule does nothing',
        'Say what happens after how many days, or leave it out.',
      );
    }
    if (rule.ExpirationDays === undefined || rule.ExpiredObjectDeleteMarker === undefined) return;
    const help = 'Leave out one of the two.';
    problem(ctx, 'TL208', 'ExpirationDays and ExpiredObjectDeleteMarker exclude each other', help, [
      'ExpiredObjectDeleteMarker',
    ]);
  });

/** Whether S3 would take the rule: one without an action is malformed. */
function isActive(rule: {
  readonly AbortIncompleteMultipartUploadAfter?: number | undefined;
  readonly Transitions?: readonly unknown[] | undefined;
  readonly ExpirationDays?: number | undefined;
  readonly ExpiredObjectDeleteMarker?: boolean | undefined;
  readonly NoncurrentVersionTransitions?: readonly unknown[] | undefined;
  readonly NoncurrentVersionExpirationDays?: number | undefined;
}): boolean {
  const { Transitions: current = [], NoncurrentVersionTransitions: noncurrent = [] } = rule;
  const { ExpirationDays: days, NoncurrentVersionExpirationDays: noncurrentDays } = rule;
  const { AbortIncompleteMultipartUploadAfter: abort, ExpiredObjectDeleteMarker: marker } = rule;
  return (
    Boolean(days) ||
    marker === true ||
    Boolean(abort) ||
    Boolean(noncurrentDays) ||
    current.length + noncurrent.length > 0
  );
}
