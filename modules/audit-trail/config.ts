import * as z from 'zod';
import { text } from '../../core/module/fields';

/** Configuration of the module `audit-trail`. */
export const auditTrailConfig = z.strictObject({
  trail: z
    .strictObject({
      cloudTrailAuditBucketName: text().describe(
        'The bucket that takes the events, usually `ssm:/<org>/<domain>/audit/bucket/name`.',
      ),
      cloudTrailAuditKmsKeyArn: text().describe(
        'The key that encrypts them, usually `ssm:/<org>/<domain>/audit/kms/arn`.',
      ),
      includeManagementEvents: z.boolean().default(false).describe('Record management events as well.'),
    })
    .describe('The trail.'),
});

export type AuditTrailConfig = z.output<typeof auditTrailConfig>;
