import type { LifecycleRule } from '../../../core/aws/lifecycle';

/** How the files of environments and datasets get cheaper with age. */
export const dataLifecycle: Readonly<Record<string, LifecycleRule>> = {
  age: {
    Status: 'Enabled',
    AbortIncompleteMultipartUploadAfter: 7,
    Transitions: [
      { Days: 90, StorageClass: 'INTELLIGENT_TIERING' },
      { Days: 360, StorageClass: 'GLACIER' },
    ],
    NoncurrentVersionTransitions: [
      { Days: 30, StorageClass: 'STANDARD_IA' },
      { Days: 60, StorageClass: 'GLACIER' },
    ],
  },
};
