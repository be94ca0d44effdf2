import { S3ControlStorageLensConfiguration } from '@cdktf/provider-aws/lib/s3control-storage-lens-configuration';
import { bucketArn } from '../../core/aws/location';
import type { ModuleScope } from '../../core/module/scope';
import { zoneBucketName } from './names';

/** Storage Lens over all zones, published by its ARN. */
export function storageLens(scope: ModuleScope, zones: readonly string[]): void {
  const lens = scope.add(S3ControlStorageLensConfiguration, 'storage-lens', {
    configId: scope.name('storage-lens', 64),
    storageLensConfiguration: {
      enabled: true,
      accountLevel: { bucketLevel: {} },
      include: { buckets: zones.map((zone) => bucketArn(scope, zoneBucketName(scope.names, zone))) },
    },
  });
  scope.publish('storage-lens/arn', lens.arn);
}
