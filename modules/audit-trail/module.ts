import { Cloudtrail } from '../../core/provider/aws';
import type { ModuleScope } from '../../core/module/scope';
import type { AuditTrailConfig } from './config';

/** One trail of the region, with every read and write of an S3 object. */
export function build(scope: ModuleScope, { trail }: AuditTrailConfig): void {
  scope.add(
    Cloudtrail,
    'trail',
    {
      name: scope.name('s3-audit'),
      s3BucketName: scope.value(trail.cloudTrailAuditBucketName),
      kmsKeyId: scope.value(trail.cloudTrailAuditKmsKeyArn),
      enableLogFileValidation: true,
      includeGlobalServiceEvents: false,
      isMultiRegionTrail: false,
      eventSelector: [
        {
          readWriteType: 'All',
          includeManagementEvents: trail.includeManagementEvents,
          dataResource: [{ type: 'AWS::S3::Object', values: [`arn:${scope.partition}:s3:::`] }],
        },
      ],
    },
    { protect: true },
  );
}
