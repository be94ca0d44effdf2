import { lifecycleRules } from '../../../core/aws/lifecycle';

test('every option of a rule', () => {
  expect(
    lifecycleRules({
      archive: {
        Status: 'enabled',
        Prefix: 'data/',
        ObjectSizeGreaterThan: 1,
        ObjectSizeLessThan: 9,
        AbortIncompleteMultipartUploadAfter: 7,
        Transitions: [{ Days: 30, StorageClass: 'GLACIER' }],
        ExpirationDays: 365,
        NoncurrentVersionTransitions: [{ Days: 1, StorageClass: 'STANDARD_IA', NewerNoncurrentVersions: 2 }],
        NoncurrentVersionExpirationDays: 90,
        NoncurrentVersionsToRetain: 3,
      },
    }),
  ).toEqual([
    {
      id: 'archive',
      status: 'Enabled',
      filter: [{ and: [{ prefix: 'data/', objectSizeGreaterThan: 1, objectSizeLessThan: 9 }] }],
      abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
      expiration: [{ days: 365 }],
      transition: [{ days: 30, storageClass: 'GLACIER' }],
      noncurrentVersionTransition: [
        { noncurrentDays: 1, storageClass: 'STANDARD_IA', newerNoncurrentVersions: 2 },
      ],
      noncurrentVersionExpiration: [{ noncurrentDays: 90, newerNoncurrentVersions: 3 }],
    },
  ]);
});

test('what is not said is not there', () => {
  const rules = lifecycleRules({
    off: { Status: 'anything', AbortIncompleteMultipartUploadAfter: 0, NoncurrentVersionsToRetain: 3 },
    small: { Status: 'Enabled', ObjectSizeLessThan: 9, ExpiredObjectDeleteMarker: true },
  });
  expect(rules).toEqual([
    { id: 'off', status: 'Disabled', filter: [{ prefix: '' }] },
    {
      id: 'small',
      status: 'Enabled',
      filter: [{ objectSizeLessThan: 9 }],
      expiration: [{ expiredObjectDeleteMarker: true }],
    },
  ]);
});
