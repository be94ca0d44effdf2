import { S3ControlStorageLensConfiguration } from '../../core/provider/aws';
import { arnOf } from '../../core/aws/location';
import type { ModuleScope } from '../../core/module/scope';

/** Storage Lens over these buckets, published by its ARN. */
export function storageLens(scope: ModuleScope, buckets: readonly string[]): void {
  const lens = scope.add(S3ControlStorageLensConfiguration, 'storage-lens', {
    configId: scope.name('storage-lens', 64),
    storageLensConfiguration: {
      enabled: true,
      accountLevel: { bucketLevel: {} },
      include: { buckets: [...buckets] },
    },
  });
  scope.publish('storage-lens/arn', arnOf(scope, 's3', `storage-lens/${lens.configId}`));
}
