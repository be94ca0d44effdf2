import { defineModule } from '../../core/module/define-module';
import { auditTrailConfig } from './config';
import { build } from './module';

/** A CloudTrail trail of what happens to objects in S3. */
export const auditTrail = defineModule({
  name: 'audit-trail',
  summary: 'A CloudTrail trail of all access to objects in S3',
  config: auditTrailConfig,
  declares: (_config, names) => ({ names: [{ kind: 'cloudtrail trail', name: names.resource('s3-audit') }] }),
  build,
});
