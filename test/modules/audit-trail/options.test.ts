import { auditTrail } from '../../../modules/audit-trail';
import { testOptions } from '../../support/options';
import { resource } from '../../support/synth';

testOptions(auditTrail, {
  'trail trail.cloudTrailAuditBucketName trail.cloudTrailAuditKmsKeyArn trail.includeManagementEvents': {
    config: {
      trail: {
        cloudTrailAuditBucketName: 'logs',
        cloudTrailAuditKmsKeyArn: 'arn:key',
        includeManagementEvents: true,
      },
    },
    expect: (json) => {
      const trail = resource(json, 'aws_cloudtrail');
      expect(trail).toMatchObject({ s3_bucket_name: 'logs', kms_key_id: 'arn:key' });
      expect(trail.event_selector[0].include_management_events).toBe(true);
    },
  },
});
